using Wenye.Persistence;
using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Months;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Months;

/// <summary>Decides the month of a shard and gathers its lines (分片决定). One for each worker; its memory is used again.</summary>
internal sealed class MonthDecider(ParameterSet parameters)
{
    public const string Columns =
        "run_id, placement_id, outcome, post_fen, insurance_fen, booked_fen, amount_fen, refused_by, exit_grounds, missing, record, trace";

    private const short ColumnCount = 12;

    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly PostMonth month = new();
    private readonly MonthRecord record = new();
    private readonly CopyRows rows = new();
    private MonthBasis? last;

    /// <summary>Decides everyone and gives their lines for COPY; they stand until the next call.</summary>
    public ReadOnlyMemory<byte> Decide(IReadOnlyList<PlacementOfShard> placements, MonthBasis basis)
    {
        if (basis != last)
        {
            places.Clear();
            last = basis;
        }

        rows.Begin();
        foreach (var placement in placements)
        {
            var place = PlaceOf(placement.Division, basis);
            var facts = placement.FactsOf(basis.Month, place.Wage, place.Rate);
            Write(placement, basis.Run.Id, facts, month.Decide(facts, placement.BookedFen, place.Policy));
        }

        return rows.End();
    }

    /// <summary>Outcomes as they are stored: by the contract's numbers, which never change.</summary>
    public static short NumberOf(Outcome outcome) => outcome switch
    {
        Outcome.Granted => 1,
        Outcome.Refused => 2,
        _ => 3,
    };

    private void Write(PlacementOfShard placement, Guid run, MonthFacts facts, MonthDecided decided)
    {
        rows.Row(ColumnCount);
        rows.Write(run);
        rows.Write(placement.Id);
        rows.Write(NumberOf(decided.Outcome));
        rows.Write(decided.PostSubsidy.Fen);
        rows.Write(decided.InsuranceSubsidy.Fen);
        rows.Write(decided.BookedFen);
        rows.Write(decided.AmountFen);
        rows.WriteOrNull(decided.RefusedBy);
        rows.WriteOrNull(decided.ExitGrounds);
        rows.WriteOrNull(decided.Missing);
        rows.Write(record.Write(placement.Division, facts, decided));
        rows.Write(decided.Trace.AsSpan());
    }

    // Of a month the wages of its first day hold.
    private Place PlaceOf(string division, MonthBasis basis)
    {
        if (!places.TryGetValue(division, out var place))
        {
            var (county, first) = (Division.Parse(division), basis.Month.FirstDay);
            places[division] = place = new(MonthPolicy.Of(parameters, county, basis.Month).ForBatch(), basis.Wages.On(county, first), basis.Rates.On(county, first));
        }

        return place;
    }

    private sealed record Place(MonthPolicy Policy, MinimumWage? Wage, decimal? Rate);
}
