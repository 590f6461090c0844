using Wenye.Contracts.Training.V1;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>A step of a class (班级办理环节).</summary>
public sealed class ClassStep : Step
{
    public required Guid ClassId { get; init; }

    /// <summary>What it left the class in.</summary>
    public required ClassState State { get; init; }
}

/// <summary>A step of an institution (备案办理环节): filed, evaluated, withdrawn.</summary>
public sealed class InstitutionStep : Step
{
    public required Guid InstitutionId { get; init; }

    /// <summary>What it left the institution in.</summary>
    public required InstitutionState State { get; init; }
}

/// <summary>A step of a certificate after it was issued (证书办理环节): revoked or printed again.</summary>
public sealed class CertificateStep : Step
{
    public required string SerialNumber { get; init; }

    /// <summary>What it left the certificate in.</summary>
    public required CertificateState State { get; init; }
}
