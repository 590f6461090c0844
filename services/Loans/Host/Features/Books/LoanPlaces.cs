using Google.Protobuf;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books;

/// <summary>Which loans a list is of (贷款筛选), by place and by how they stand today.</summary>
internal static class LoanPlaces
{
    /// <summary>What a bank is told that goes on with a cancelled contract (合同已取消).</summary>
    public const string CancelledMessage = "该借款合同已取消，不能再登记；借款人需要贷款的，请重新申请并签订新合同";

    /// <summary>Those of a place and below (辖区内).</summary>
    public static IQueryable<Loan> InPlace(this IQueryable<Loan> loans, string division)
    {
        var (from, to) = DivisionRange.Of(division);
        return from == division
            ? loans.Where(one => one.Division == from)
            : loans.Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
    }

    /// <summary>Those that stand so today (当日状态); unspecified: all.</summary>
    public static IQueryable<Loan> Standing(this IQueryable<Loan> loans, LoanStanding standing, DateOnly today) => standing switch
    {
        LoanStanding.Unspecified => loans,
        LoanStanding.Overdue => loans.Overdue(today),
        LoanStanding.Extended => loans.Where(one => one.Standing == LoanStanding.Normal && one.OutstandingFen > 0 && one.MaturesOn < today && one.DueOn >= today),
        LoanStanding.Normal => loans.Where(one => one.Standing == LoanStanding.Normal && (one.OutstandingFen == 0 || one.MaturesOn >= today)),
        _ => loans.Where(one => one.Standing == standing),
    };

    /// <summary>Those that are overdue today, told or past the day they fell due (当日逾期).</summary>
    public static IQueryable<Loan> Overdue(this IQueryable<Loan> loans, DateOnly today) => loans.Where(one =>
        one.Standing == LoanStanding.Overdue || (one.Standing == LoanStanding.Normal && one.OutstandingFen > 0 && one.DueOn < today));

    /// <summary>How a loan stands today (当日状态), and since when it is overdue.</summary>
    public static (LoanStanding Standing, DateOnly? OverdueSince) On(this Loan loan, DateOnly today) =>
        loan.Standing == LoanStanding.Overdue ? (loan.Standing, loan.OverdueSince)
        : loan.Standing != LoanStanding.Normal || loan.OutstandingFen == 0 || loan.MaturesOn >= today ? (loan.Standing, null)
        : loan.DueOn >= today ? (LoanStanding.Extended, null)
        : (LoanStanding.Overdue, loan.DueOn.AddDays(1));

    /// <summary>Refuses what is told of a loan whose contract was cancelled (合同须有效).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason LOAN_CANCELLED.</exception>
    public static Loan DemandInForce(this Loan loan) => loan.CancelledOn is null ? loan : throw RpcErrors.FailedPrecondition("LOAN_CANCELLED", CancelledMessage);

    /// <summary>What a loan takes of what its fund may guarantee (占用担保额度), fen: nothing once it was compensated.</summary>
    public static long GuaranteedFen(this Loan loan) => loan.Standing == LoanStanding.Compensated ? 0 : loan.OutstandingFen;

    /// <summary>Sets what follows from the entries (更新台账状态).</summary>
    public static void Follow(this Loan loan, LoanBook book)
    {
        var told = book.Told();
        loan.DrawnFen = told.DrawnFen;
        loan.OutstandingFen = told.PrincipalFen;
        loan.ClaimFen = told.ClaimFen;
        loan.DisbursedOn = told.DisbursedOn;
        loan.Standing = told.Standing is { } standing ? (LoanStanding)standing : LoanStanding.Normal;
        loan.OverdueSince = told.OverdueSince;
        loan.ExtendedUntil = told.DueOn == loan.MaturesOn ? null : told.DueOn;
        loan.ExtensionReason = told.Ground is { } ground ? (ExtensionReason)ground : ExtensionReason.Unspecified;
    }

    /// <summary>Which page of a list is asked for, by id (分页).</summary>
    public static (Guid? After, int Size) Page(this RequestFaults faults, IMessage request, int asked, int usual = 50)
    {
        var size = faults.PageSize(asked, usual, most: 1000);
        var position = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(position is null || Guid.TryParseExact(position[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return (position is null ? null : last, size);
    }
}
