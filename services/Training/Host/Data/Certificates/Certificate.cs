using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>A completion certificate (培训合格证书), 鲁人社函〔2020〕48号; its row stays for ever, so its number is given once.</summary>
public sealed class Certificate
{
    /// <summary>证书序列号, 18 places.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>One has at most one certificate of a class.</summary>
    public required Guid EnrolmentId { get; init; }

    public required Guid ClassId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required Guid TraineeId { get; init; }

    public required Guid BatchId { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required CertificateState State { get; set; }

    /// <summary>补办次数.</summary>
    public int Reissues { get; set; }

    /// <summary>training.completion_certificate, canonical.</summary>
    public required string Decision { get; init; }

    /// <summary>After it was issued, oldest first.</summary>
    public ICollection<CertificateStep> Steps { get; } = new List<CertificateStep>();
}

/// <summary>Certificates numbered at once (赋号批次).</summary>
public sealed class CertificateBatch
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid ClassId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required string Agency { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest.</summary>
    public required string Operator { get; init; }

    public Guid? OfficeId { get; init; }

    public required int Count { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }
}

/// <summary>The last number given to an institution in a year (顺序代码), 48号 附件2二(五): it moves in the transaction that stores the certificates, so there is no gap.</summary>
public sealed class CertificateSequence
{
    public required Guid InstitutionId { get; init; }

    public required int Year { get; init; }

    /// <summary>0 to 99999.</summary>
    public required int Last { get; init; }
}
