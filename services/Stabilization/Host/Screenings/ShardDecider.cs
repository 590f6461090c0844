using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>Decides the firms of a shard and gathers their rows and totals (分片决定). One for each worker; its memory is used again.</summary>
internal sealed class ShardDecider(ParameterSet parameters)
{
    // A refund takes some 70 bytes.
    private const int TraceRoom = 512;

    private readonly Dictionary<string, PolicyContext> regions = new(StringComparer.Ordinal);
    private readonly byte[] facts = new byte[RefundFactBytes.MaxLength];
    private readonly byte[] trace = new byte[TraceRoom];
    private readonly ShapeLegend shapes = new();
    private readonly CopyRows rows = new();
    private Guid screening;
    private DateOnly day;
    private RefundBasis basis = null!;
    private ScreeningTally tally = new();

    /// <summary>Forgets the last shard.</summary>
    public void Begin(Guid ofScreening, DateOnly asOf, RefundBasis basisOfRun)
    {
        if (asOf != day)
        {
            regions.Clear();
            day = asOf;
        }

        screening = ofScreening;
        basis = basisOfRun;
        tally = new ScreeningTally();
        shapes.Begin(ofScreening);
        rows.Begin();
    }

    /// <summary>Decides one firm.</summary>
    public void Decide(in RefundRow firm)
    {
        var its = basis.Facts(firm);
        var decision = Refund.Decide(its, PolicyOf(firm.Division));
        var amount = decision.Result?.Amount.Fen ?? 0;
        var refusedBy = decision.Outcome == Outcome.Refused ? Citations(decision) : [];
        var missing = decision.Outcome == Outcome.Incomplete ? decision.Missing : [];
        tally.Count(firm.Pool, decision.Outcome, amount, refusedBy, missing);

        rows.Row(ResultTable.ColumnCount);
        rows.Write(screening);
        rows.Write(firm.CreditCode);
        rows.Write(firm.FirmId);
        rows.Write(firm.Division);
        rows.Write(ScreeningOutcome.NumberOf(decision.Outcome));
        rows.Write(amount);
        rows.Write(facts.AsSpan(0, RefundFactBytes.Write(its, facts)));
        rows.Write(TraceOf(decision));
        rows.WriteOrNull(refusedBy);
        rows.WriteOrNull(missing);
    }

    /// <summary>What was gathered.</summary>
    public DecidedShard End() => new(rows.End(), rows.Count, tally, shapes);

    private ReadOnlySpan<byte> TraceOf(Decision decision)
    {
        var compact = trace.AsSpan(0, CompactDecision.Write(decision, trace));
        shapes.Meet(decision, compact);
        return compact;
    }

    private PolicyContext PolicyOf(string division)
    {
        if (!regions.TryGetValue(division, out var policy))
        {
            regions[division] = policy = parameters.At(Division.Parse(division), day).ForBatch();
        }

        return policy;
    }

    private static IReadOnlyList<string> Citations(Decision decision) => [.. decision.RefusedBy.Select(clause => clause.Citation)];
}

/// <summary>What came of a shard (分片结果); it stands until the next one begins.</summary>
/// <param name="Rows">For COPY.</param>
/// <param name="Count">Firms.</param>
/// <param name="Tally">Totals.</param>
/// <param name="Shapes">Which clauses the traces answer.</param>
internal sealed record DecidedShard(ReadOnlyMemory<byte> Rows, int Count, ScreeningTally Tally, ShapeLegend Shapes);
