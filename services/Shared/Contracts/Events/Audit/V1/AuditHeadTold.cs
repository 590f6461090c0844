namespace Wenye.Contracts.Events.Audit.V1;

/// <summary>How far a service's audit chain was (审计链首通告); every other service keeps it in a chain of its own.</summary>
/// <remarks>Published about once a minute while something new is sealed; delivered at least once, in no order.</remarks>
public sealed record AuditHeadTold
{
    /// <summary>Whose chain, as "registration".</summary>
    public required string Service { get; init; }

    /// <summary>Number of its last seal.</summary>
    public required long Number { get; init; }

    /// <summary>Place of its last entry in the chain, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>The head after that entry: SHA-256 in lower-case hexadecimal.</summary>
    public required string Head { get; init; }
}
