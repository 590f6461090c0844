using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Books;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books.ListOverdueLoans;

/// <summary>Loans overdue today for some days or longer (逾期清单), longest first.</summary>
internal sealed class ListOverdueLoansHandler(LoanQueries loans, BookAnswers answers, LoanFields fields)
{
    private const int MostDays = 10_000;
    private const string DayFormat = "yyyyMMdd";

    public async Task<ListOverdueLoansResponse> HandleAsync(ListOverdueLoansRequest request, Caller caller, CancellationToken cancellation)
    {
        var (today, faults) = (fields.Today, new RequestFaults());
        var (after, id, size) = Page(faults, request);
        _ = request.Division.Length > 0 ? faults.Division(request.Division, "division") : default;
        faults.Demand(request.Days is >= 0 and <= MostDays, "days", $"逾期天数应为 0 至 {MostDays}").ThrowIfAny();

        var latest = LoanNotices.OverdueSince(today, Math.Max(1, request.Days));
        var visible = await loans.VisibleAsync(request.Division, caller, cancellation);
        var found = await visible.Overdue(today)
            .Select(one => new { Loan = one, Since = one.OverdueSince ?? one.DueOn.AddDays(1) })
            .Where(one => one.Since <= latest)
            .Where(one => !request.NotReported || one.Loan.CreditReportedOn == null || one.Loan.CreditReportedOn < one.Since)
            .Where(one => after == null || one.Since > after || (one.Since == after && one.Loan.Id > id))
            .OrderBy(one => one.Since).ThenBy(one => one.Loan.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListOverdueLoansResponse
        {
            Loans = { found.Take(size).Select(one => answers.Of(one.Loan)) },
            NextPageToken = found.Count > size
                ? PageToken.After(request, found[size - 1].Since.ToString(DayFormat, CultureInfo.InvariantCulture), found[size - 1].Loan.Id.ToString("N"))
                : "",
        };
    }

    private static (DateOnly? After, Guid Id, int Size) Page(RequestFaults faults, ListOverdueLoansRequest request)
    {
        var size = faults.PageSize(request.PageSize, usual: 50, most: 1000);
        var position = faults.Position(request, parts: 2);
        var (day, id) = (default(DateOnly), Guid.Empty);
        faults.Demand(
            position is null || (DateOnly.TryParseExact(position[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Guid.TryParseExact(position[1], "N", out id)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return (position is null ? null : day, id, size);
    }
}
