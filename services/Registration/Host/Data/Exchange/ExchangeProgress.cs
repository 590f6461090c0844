using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>How one kind of exchange goes on (交换进度): shared by all replicas.</summary>
public sealed class ExchangeProgress
{
    public required ExchangeKind Kind { get; init; }

    /// <summary>When the next download is due; not used for what goes.</summary>
    public DateTimeOffset NextAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last, in Chinese, naming no person; null after a success.</summary>
    public string? LastFailure { get; init; }
}
