using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Quarters;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Decides the quarters of a shard's loans and gathers their lines (分片决定). One for each worker; its memory is used again.</summary>
internal sealed class LineDecider(ParameterSet parameters)
{
    public const string Columns =
        "claim_id, loan_id, quarter, outcome, interest_fen, due_fen, booked_fen, amount_fen, central_fen, province_fen, local_fen, above_fen, told_fen, "
        + "employed_since, hires_kept, required_hires, refused_by, missing, record, trace";

    private const short ColumnCount = 20;

    // Days since 2000-01-01, as PostgreSQL has them.
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    private readonly Dictionary<string, PolicyContext> regions = new(StringComparer.Ordinal);
    private readonly LoanQuarter quarters = new();
    private readonly QuarterRecord record = new();
    private readonly CopyRows rows = new();
    private DateOnly day;

    /// <summary>Decides all loans and gives their lines for COPY; they stand until the next call.</summary>
    public ReadOnlyMemory<byte> Decide(IReadOnlyList<ShardLoan> loans, RunBasis basis)
    {
        if (basis.Run.AsOf != day)
        {
            regions.Clear();
            day = basis.Run.AsOf;
        }

        rows.Begin();
        foreach (var loan in loans)
        {
            if (basis.Claims.TryGetValue((loan.BankId, SubsidyPools.Of(loan.Division, parameters, day)), out var claim))
            {
                Decide(loan, claim, basis);
            }
        }

        return rows.End();
    }

    // What earlier quarters are due is computed again wherever something was booked for them: days that were subsidised are
    // not subsidised again, and what came out otherwise is a line of its own.
    private void Decide(ShardLoan loan, Data.StoredSubsidyClaim claim, RunBasis basis)
    {
        var book = new LoanBook(loan.Lines, loan.Terms.MaturesOn);
        var findings = BorrowerChecks.Of(loan);
        var policy = PolicyOf(loan.Division);
        foreach (var booked in loan.Booked.Where(one => one.Quarter.Index < claim.FromQuarter))
        {
            Line(loan, claim, booked.Quarter, booked, told: null);
        }

        for (var quarter = new Quarter(claim.FromQuarter); quarter <= basis.Quarter; quarter = new(quarter.Index + 1))
        {
            var told = quarter == basis.Quarter && basis.Figures is { } figures && figures.TryGetValue(loan.ContractNumber, out var fen) ? fen : (long?)null;
            Line(loan, claim, quarter, loan.Booked.Find(one => one.Quarter == quarter), told);
        }

        void Line(ShardLoan its, Data.StoredSubsidyClaim into, Quarter quarter, BookedQuarter? booked, long? told)
        {
            var known = BorrowerChecks.For(findings, booked);
            var decided = quarters.Decide(its.Terms, book.Segments(quarter.From, quarter.To), known, policy);
            var line = DecidedLine.Of(decided, booked?.Fen ?? 0, isOfClaim: quarter.Index >= into.FromQuarter);
            if (line.IsWorthAWord)
            {
                Write(its, into.Id, quarter, line, known, told);
            }
        }
    }

    private void Write(ShardLoan loan, Guid claim, Quarter quarter, DecidedLine line, BorrowerFindings findings, long? told)
    {
        rows.Row(ColumnCount);
        rows.Write(claim);
        rows.Write(loan.Id);
        rows.Write(quarter.Index);
        rows.Write(line.OutcomeNumber);
        rows.Write(line.Decided.Interest.Fen);
        rows.Write(line.Decided.Due.Fen);
        rows.Write(line.BookedFen);
        rows.Write(line.AmountFen);
        rows.Write(line.Shares?.CentralFen);
        rows.Write(line.Shares?.ProvinceFen);
        rows.Write(line.Shares?.LocalFen);
        rows.Write(line.Shares?.AboveFen);
        rows.Write(told);
        WriteDay(findings.EmployedSince);
        Write(findings.HiresKept);
        Write(findings.RequiredHires);
        rows.WriteOrNull(line.Decided.RefusedBy);
        rows.WriteOrNull(line.Decided.Missing);
        rows.Write(record.Write(loan.Terms, findings, loan.Division, line.Decided));
        rows.Write(line.Decided.Trace.AsSpan());
    }

    private void WriteDay(DateOnly? on) => Write(on?.DayNumber - Epoch);

    private void Write(int? number)
    {
        if (number is { } known)
        {
            rows.Write(known);
        }
        else
        {
            rows.Null();
        }
    }

    private PolicyContext PolicyOf(string division)
    {
        if (!regions.TryGetValue(division, out var policy))
        {
            regions[division] = policy = parameters.At(Division.Parse(division), day).ForBatch();
        }

        return policy;
    }
}
