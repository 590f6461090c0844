using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books.ListLoans;

/// <summary>Loans of a place, bank or fund, newest first (贷款清单).</summary>
internal sealed class ListLoansHandler(LoanQueries loans, BookAnswers answers, LoanFields fields)
{
    public async Task<ListLoansResponse> HandleAsync(ListLoansRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (after, size) = faults.Page(request, request.PageSize);
        var bank = request.BankId.Length > 0 ? faults.Id(request.BankId, "bank_id", "经办银行标识应为 UUID，不限时不填") : (Guid?)null;
        var fund = request.FundId.Length > 0 ? faults.Id(request.FundId, "fund_id", "担保基金标识应为 UUID，不限时不填") : (Guid?)null;
        _ = request.Division.Length > 0 ? faults.Division(request.Division, "division") : default;
        faults.Demand(Enum.IsDefined(request.Standing), "standing", "请从接口定义的贷款状态中选择，不限时不填")
            .Text(request.ContractNumber, "contract_number", longest: 64, required: false).ThrowIfAny();

        IQueryable<Loan> wanted = await loans.VisibleAsync(request.Division, caller, cancellation);
        wanted = wanted.Standing(request.Standing, fields.Today);
        wanted = bank is { } ofBank ? wanted.Where(one => one.BankId == ofBank) : wanted;
        wanted = fund is { } ofFund ? wanted.Where(one => one.FundId == ofFund) : wanted;
        wanted = request.ContractNumber.Length > 0 ? wanted.Where(one => one.ContractNumber.StartsWith(request.ContractNumber)) : wanted;
        wanted = after is { } last ? wanted.Where(one => one.Id < last) : wanted;
        var found = await wanted.OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListLoansResponse
        {
            Loans = { found.Take(size).Select(answers.Of) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString("N")) : "",
        };
    }
}
