using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>One step of a record (办理环节); only ever appended.</summary>
public abstract class Step
{
    /// <summary>From 1, oldest first.</summary>
    public int Sequence { get; internal set; }

    public DateTimeOffset OccurredAt { get; internal set; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public string Agency { get; internal set; } = "";

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; internal set; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; internal set; }

    /// <summary>Encrypted at rest.</summary>
    public string? Note { get; internal set; }
}

/// <summary>A step of a class (班级办理环节).</summary>
public sealed class ClassStep : Step
{
    public required Guid ClassId { get; init; }

    /// <summary>What it left the class in.</summary>
    public required ClassState State { get; init; }
}

/// <summary>A step of a certificate after it was issued (证书办理环节): revoked or printed again.</summary>
public sealed class CertificateStep : Step
{
    public required string SerialNumber { get; init; }

    /// <summary>What it left the certificate in.</summary>
    public required CertificateState State { get; init; }
}
