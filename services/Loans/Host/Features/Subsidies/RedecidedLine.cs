using System.Text;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>A stored line decided again from its own facts (重放、重新认定).</summary>
/// <param name="Line">What came out.</param>
/// <param name="Findings">The facts of the borrower decided on.</param>
/// <param name="Record">Its canonical text.</param>
/// <param name="Decisions">Every decision in order, with its findings.</param>
internal sealed record RedecidedLine(DecidedLine Line, BorrowerFindings Findings, string Record, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Decides it again, under the parameters of now for the day of then.</summary>
    /// <param name="claim">Its claim.</param>
    /// <param name="stored">The line.</param>
    /// <param name="parameters">Those of this process.</param>
    /// <param name="findings">In place of those it was decided on; null: the same.</param>
    public static RedecidedLine Of(StoredSubsidyClaim claim, StoredSubsidyLine stored, ParameterSet parameters, BorrowerFindings? findings = null)
    {
        var facts = QuarterRecord.Read(Encoding.UTF8.GetBytes(stored.Record));
        var known = findings is null ? facts.Findings : findings with { Misuse = facts.Findings.Misuse, MisusedSince = facts.Findings.MisusedSince };
        var decisions = new List<Decision>();
        var decided = new LoanQuarter { Taken = decisions.Add }.Decide(facts.Terms, facts.Segments, known, parameters.At(Division.Parse(facts.Region), claim.AsOf));
        var record = Encoding.UTF8.GetString(new QuarterRecord().Write(facts.Terms, known, facts.Region, decided));
        return new(DecidedLine.Of(decided, stored.BookedFen, stored.Quarter >= claim.FromQuarter), known, record, decisions);
    }

    /// <summary>Whether everything stored of the line is what came out: tampering with a column shows as well.</summary>
    public bool IsOf(StoredSubsidyLine stored) =>
        stored.Record == Record
        && stored.Trace.AsSpan().SequenceEqual(Line.Decided.Trace)
        && (stored.Outcome, stored.InterestFen, stored.DueFen, stored.AmountFen) == (Line.OutcomeNumber, Line.Decided.Interest.Fen, Line.Decided.Due.Fen, Line.AmountFen)
        && (stored.CentralFen, stored.ProvinceFen, stored.LocalFen, stored.AboveFen)
            == (Line.Shares?.CentralFen, Line.Shares?.ProvinceFen, Line.Shares?.LocalFen, Line.Shares?.AboveFen)
        && (stored.RefusedBy ?? []).SequenceEqual(Line.Decided.RefusedBy)
        && (stored.Missing ?? []).SequenceEqual(Line.Decided.Missing);

    /// <summary>Puts it in the place of what was stored.</summary>
    public void ApplyTo(StoredSubsidyLine stored)
    {
        (stored.Record, stored.Trace, stored.Outcome) = (Record, Line.Decided.Trace, Line.OutcomeNumber);
        (stored.InterestFen, stored.DueFen, stored.AmountFen) = (Line.Decided.Interest.Fen, Line.Decided.Due.Fen, Line.AmountFen);
        (stored.CentralFen, stored.ProvinceFen, stored.LocalFen, stored.AboveFen) =
            (Line.Shares?.CentralFen, Line.Shares?.ProvinceFen, Line.Shares?.LocalFen, Line.Shares?.AboveFen);
        (stored.EmployedSince, stored.HiresKept, stored.RequiredHires) = (Findings.EmployedSince, Findings.HiresKept, Findings.RequiredHires);
        stored.RefusedBy = Line.Decided.RefusedBy is { Count: > 0 } refused ? [.. refused] : null;
        stored.Missing = Line.Decided.Missing is { Count: > 0 } missing ? [.. missing] : null;
    }
}
