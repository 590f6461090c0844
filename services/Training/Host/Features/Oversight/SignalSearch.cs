using Wenye.Contracts.Training.V1;
using Wenye.Persistence;

namespace Wenye.Training.Features.Oversight;

/// <summary>Which signals are asked for (线索查询条件), checked.</summary>
internal sealed record SignalSearch
{
    public required SignalKind Kind { get; init; }

    /// <summary>Of which a record must be.</summary>
    public required DivisionRange Area { get; init; }

    /// <summary>人数: who share a phone.</summary>
    public required int People { get; init; }

    /// <summary>百分点: pass rates apart.</summary>
    public required int Points { get; init; }

    /// <summary>考核人数: of the class, and of the others.</summary>
    public required int Results { get; init; }

    /// <summary>Signals before this one, latest first; of the first page the greatest ids there are.</summary>
    public required (Guid Record, Guid Other) Before { get; init; }

    /// <summary>How many at most.</summary>
    public required int Most { get; init; }
}

/// <summary>Something unusual, with the keys of what shows it (线索).</summary>
/// <param name="Record">The latest record: an enrolment or a class. It orders the signals.</param>
/// <param name="Other">Orders those of one record; empty where a record has one.</param>
/// <param name="Reason">In Chinese, with the figures; names nobody.</param>
/// <param name="Enrolments">Shown; none where a class is.</param>
internal sealed record FoundSignal(Guid Record, Guid Other, string Reason, IReadOnlyList<Guid> Enrolments);
