using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;
using Clause = Wenye.Contracts.Policy.V1.Clause;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>Runs and their results as callers see them (筛查应答).</summary>
internal static class ScreeningAnswers
{
    /// <summary>The run without progress and totals (筛查批次).</summary>
    public static Screening Answer(this StoredScreening screening) => new()
    {
        ScreeningId = screening.Id.ToString(),
        Region = screening.Region,
        AsOf = screening.AsOf.ToContract(),
        Kind = (RefundKind)screening.Kind,
        State = (ScreeningState)screening.State,
        ParameterVersion = screening.ParameterVersion,
        StartedAt = screening.StartedAt.ToTimestamp(),
        EndedAt = screening.EndedAt?.ToTimestamp(),
        Firms = screening.Firms,
    };

    /// <summary>The same with what came of it so far (筛查进度与汇总).</summary>
    /// <param name="screening">The run.</param>
    /// <param name="tally">Of all shards decided.</param>
    /// <param name="balances">Balance of each pool's fund in the month before, fen, as far as known.</param>
    public static Screening Answer(this StoredScreening screening, ScreeningTally tally, IReadOnlyDictionary<string, long> balances)
    {
        var answer = screening.Answer();
        answer.Decided = tally.Firms;
        var all = new ScreeningTotal();
        foreach (var (pool, its) in tally.Pools)
        {
            var total = new ScreeningTotal { Pool = pool, Granted = its.Granted, Refused = its.Refused, Incomplete = its.Incomplete, AmountFen = its.AmountFen };
            if (balances.TryGetValue(pool, out var balance))
            {
                total.FundBalanceFen = balance;
            }

            answer.Totals.Add(total);
            all.Granted += its.Granted;
            all.Refused += its.Refused;
            all.Incomplete += its.Incomplete;
            all.AmountFen += its.AmountFen;
        }

        answer.Totals.Insert(0, all);
        answer.RefusedBy.Add(tally.RefusedBy.Select(entry => new ClauseCount { Clause = ClauseOf(entry.Key), Firms = entry.Value }));
        answer.Missing.Add(tally.Missing.Select(entry => new FactCount { Fact = entry.Key, Firms = entry.Value }));
        return answer;
    }

    /// <summary>What came of one firm (筛查结果).</summary>
    public static ScreeningResult Answer(this StoredScreeningResult stored, string name) =>
        Result(stored.CreditCode, name, stored.Division, stored.Outcome, stored.AmountFen, stored.RefusedBy, stored.Missing);

    /// <summary>What came of one firm, by columns (筛查结果).</summary>
    public static ScreeningResult Result(
        string creditCode, string name, string division, short outcome, long amountFen, string[]? refusedBy, string[]? missing) => new()
        {
            CreditCode = creditCode,
            Name = name,
            Division = division,
            Outcome = (Outcome)outcome,
            AmountFen = amountFen,
            RefusedBy = { refusedBy ?? [] },
            MissingFacts = { missing ?? [] },
        };

    // A citation is "document item"; the document's number has no space.
    private static Clause ClauseOf(string citation)
    {
        var end = citation.IndexOf(' ', StringComparison.Ordinal);
        return new Clause { Document = citation[..end], Item = citation[(end + 1)..] };
    }
}
