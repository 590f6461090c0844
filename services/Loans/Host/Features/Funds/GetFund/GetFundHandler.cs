using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Funds.GetFund;

/// <summary>Reads a fund with its limit and why it is that (查询担保基金).</summary>
internal sealed class GetFundHandler(FundQueries funds, FundAnswers answers)
{
    public async Task<GetFundResponse> HandleAsync(GetFundRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundId(request.FundId);
        faults.ThrowIfAny();
        var fund = await funds.LoadAsync(id, caller, cancellation);
        return new GetFundResponse { Fund = await answers.WholeAsync(fund, caller, cancellation) };
    }
}
