using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Books;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books.ListMaturingLoans;

/// <summary>Loans that fall due soon (到期提醒清单), soonest first.</summary>
internal sealed class ListMaturingLoansHandler(LoanQueries loans, BookAnswers answers, LoanFields fields)
{
    public async Task<ListMaturingLoansResponse> HandleAsync(ListMaturingLoansRequest request, Caller caller, CancellationToken cancellation)
    {
        var (today, faults) = (fields.Today, new RequestFaults());
        var pages = DuePages.Read(faults, request, request.PageSize);
        _ = request.Division.Length > 0 ? faults.Division(request.Division, "division") : default;
        faults.Demand(request.Until is null || (request.Until.IsDay() && request.Until.ToDay() >= today), "until", "请填写今天或以后的日期，不填表示一个月内到期").ThrowIfAny();

        var until = request.Until?.ToDay() ?? LoanNotices.RemindUntil(today);
        var visible = await loans.VisibleAsync(request.Division, caller, cancellation);
        var wanted = visible.Where(one => one.OutstandingFen > 0 && one.Standing != LoanStanding.Compensated && one.DueOn >= today && one.DueOn <= until);
        var found = await pages.TakeAsync(request.NotReminded ? wanted.Where(one => one.RemindedOn == null) : wanted, cancellation);
        return new ListMaturingLoansResponse { Loans = { found.Take(pages.Size).Select(answers.Of) }, NextPageToken = pages.Next(request, found) };
    }
}
