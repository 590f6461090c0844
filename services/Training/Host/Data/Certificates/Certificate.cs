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

    /// <summary>姓名 as printed, encrypted at rest: a name that is corrected later leaves the paper in hand as it is.</summary>
    public required string HolderName { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required CertificateState State { get; set; }

    /// <summary>补办次数.</summary>
    public int Reissues { get; set; }

    /// <summary>The <see cref="CertificateDecision"/> of its batch on which it was given.</summary>
    public required int DecisionNumber { get; init; }

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

/// <summary>A decision on which certificates of a batch were given (发证认定).</summary>
/// <remarks>It looks at facts that most of a class have alike and at nothing that names a person: one text stands for all who share it.</remarks>
public sealed class CertificateDecision
{
    public required Guid BatchId { get; init; }

    /// <summary>From 1 within the batch.</summary>
    public required int Number { get; init; }

    /// <summary>training.completion_certificate, canonical.</summary>
    public required string Decision { get; init; }
}

/// <summary>Someone read certificates in full (读取证书打印内容); table certificate_read, append-only.</summary>
public sealed class CertificateRead
{
    public long Id { get; init; }

    public required Guid ClassId { get; init; }

    /// <summary>Null: all of the class, or one of it.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Null: all of the class or batch.</summary>
    public string? SerialNumber { get; init; }

    public required string Agency { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>The last number given to an institution in a year (顺序代码), 48号 附件2二(五): it moves in the transaction that stores the certificates, so there is no gap.</summary>
public sealed class CertificateSequence
{
    public required Guid InstitutionId { get; init; }

    public required int Year { get; init; }

    /// <summary>0 to 99999.</summary>
    public required int Last { get; init; }
}
