namespace Wenye.Persistence;

/// <summary>What is wrong with a chain (审计链异常).</summary>
public enum AuditFaultKind
{
    /// <summary>An entry or a seal is not what was written (被改动).</summary>
    Altered,

    /// <summary>An entry or a seal is gone (缺失).</summary>
    Missing,

    /// <summary>Entries stand in another order than they were sealed in (次序被改).</summary>
    Reordered,

    /// <summary>An entry stands there that no service wrote, or that was not there when its time was sealed (伪造).</summary>
    Inserted,

    /// <summary>The chain ends before a head that another service was told (截断).</summary>
    Truncated,

    /// <summary>A trigger that guards the log or witnesses changes is missing or switched off (防护缺失).</summary>
    Unguarded,
}

/// <summary>A fault of a chain (审计链异常).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Seq">Place in the chain, from 1; 0 where it has none.</param>
/// <param name="Subject">Which entry, seal, service or table.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Seq, string Subject);

/// <summary>A head of a chain (链首).</summary>
/// <param name="Service">Whose.</param>
/// <param name="Number">Number of the seal.</param>
/// <param name="Seq">Place of its last entry.</param>
/// <param name="Head">Lower-case hexadecimal.</param>
public sealed record AuditHead(string Service, long Number, long Seq, string Head);

/// <summary>What a verification found (核验结果).</summary>
/// <param name="Entries">Sealed entries looked at.</param>
/// <param name="Waiting">Entries that are yet to be sealed.</param>
/// <param name="Outside">Entries of changes made past the services.</param>
/// <param name="Head">The last head; null: nothing is sealed.</param>
/// <param name="Faults">How many.</param>
/// <param name="First">The first of them, in order of the chain.</param>
public sealed record AuditFindings(long Entries, long Waiting, long Outside, AuditHead? Head, long Faults, IReadOnlyList<AuditFault> First);
