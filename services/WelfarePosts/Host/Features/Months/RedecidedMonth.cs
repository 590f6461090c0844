using System.Text;
using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Months;
using Wenye.WelfarePosts.Months;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>A stored line decided again from its own facts (重放).</summary>
/// <param name="Decided">What came out.</param>
/// <param name="Record">Its canonical text.</param>
/// <param name="Decisions">Every decision in order, with its findings.</param>
internal sealed record RedecidedMonth(MonthDecided Decided, string Record, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Decides it again, under the parameters of now for the day of then.</summary>
    public static RedecidedMonth Of(PostMonthLine stored, ParameterSet parameters)
    {
        var (region, facts, booked) = MonthRecord.Read(Encoding.UTF8.GetBytes(stored.Record));
        var decisions = new List<Decision>();
        var decided = new PostMonth { Taken = decisions.Add }.Decide(facts, booked, MonthPolicy.Of(parameters, Division.Parse(region), facts.Month));
        return new(decided, Encoding.UTF8.GetString(new MonthRecord().Write(region, facts, decided)), decisions);
    }

    /// <summary>Whether everything stored of the line is what came out: tampering with a column shows as well.</summary>
    public bool IsOf(PostMonthLine stored) =>
        stored.Record == Record
        && stored.Trace.AsSpan().SequenceEqual(Decided.Trace)
        && (stored.Outcome, stored.PostFen, stored.InsuranceFen) == (MonthDecider.NumberOf(Decided.Outcome), Decided.PostSubsidy.Fen, Decided.InsuranceSubsidy.Fen)
        && (stored.BookedFen, stored.AmountFen) == (Decided.BookedFen, Decided.AmountFen)
        && (stored.RefusedBy ?? []).SequenceEqual(Decided.RefusedBy)
        && (stored.ExitGrounds ?? []).SequenceEqual(Decided.ExitGrounds)
        && (stored.Missing ?? []).SequenceEqual(Decided.Missing);
}
