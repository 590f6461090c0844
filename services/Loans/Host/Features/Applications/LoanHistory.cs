using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications;

/// <summary>What the books hold of someone (在册贷款情况).</summary>
/// <param name="Prior">Loans of the kind applied for, running ones too.</param>
/// <param name="Settled">All of them are repaid.</param>
/// <param name="InTime">All of them were repaid by the day they fell due, never overdue.</param>
/// <param name="OtherKindRunning">A loan of the other kind is not repaid yet.</param>
internal sealed record BookedLoans(int Prior, bool Settled, bool InTime, bool OtherKindRunning)
{
    public static BookedLoans None { get; } = new(0, true, true, false);
}

/// <summary>Loans in our books of the people and the firm of an application (已获贷款查询).</summary>
internal sealed class LoanHistory(LoansDbContext database)
{
    private static readonly LoanEntryKind[] Lapses = [LoanEntryKind.Overdue, LoanEntryKind.Compensation];

    /// <summary>Of each person by position, and of the firm at 0 (逐人); the caller holds them.</summary>
    public async Task<IReadOnlyList<BookedLoans>> OfAsync(LoanApplication application, CancellationToken cancellation)
    {
        Guid[] ids = [.. application.People.OrderBy(one => one.Position).Select(one => one.PersonId)];
        var code = application.CreditCode;
        var loans = await database.Loans.AsNoTracking()
            .Where(loan => loan.CancelledOn == null)
            .Where(loan => loan.People.Any(person => ids.Contains(person.PersonId)) || (code != null && loan.CreditCode == code))
            .Select(loan => new Booked(
                loan.Kind, loan.CreditCode, loan.Standing, loan.DueOn, loan.Entries.Any(entry => Lapses.Contains(entry.Kind)),
                loan.Entries.Where(entry => entry.Kind == LoanEntryKind.Repayment).Max(entry => (DateOnly?)entry.On),
                loan.People.Select(person => person.PersonId).ToArray()))
            .ToListAsync(cancellation);
        return
        [
            code is null ? BookedLoans.None : Sum(loans.Where(loan => loan.CreditCode == code), application.Kind),
            .. ids.Select(id => Sum(loans.Where(loan => loan.People.Contains(id)), application.Kind)),
        ];
    }

    private static BookedLoans Sum(IEnumerable<Booked> loans, BorrowerKind kind)
    {
        var (same, other) = (loans.Where(loan => loan.Kind == kind).ToList(), loans.Where(loan => loan.Kind != kind));
        return new(
            same.Count, same.TrueForAll(loan => loan.Standing == LoanStanding.Settled),
            same.TrueForAll(loan => loan.Standing == LoanStanding.Settled && !loan.Lapsed && !(loan.LastRepaid > loan.DueOn)),
            other.Any(loan => loan.Standing is not (LoanStanding.Settled or LoanStanding.WrittenOff)));
    }

    private sealed record Booked(
        BorrowerKind Kind, string? CreditCode, LoanStanding Standing, DateOnly DueOn, bool Lapsed, DateOnly? LastRepaid, Guid[] People);
}
