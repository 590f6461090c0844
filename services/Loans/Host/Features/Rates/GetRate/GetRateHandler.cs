using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Rates.GetRate;

/// <summary>The rate on a day (当日有效LPR).</summary>
internal sealed class GetRateHandler(ReferenceRates rates, LoanFields fields)
{
    public async Task<GetRateResponse> HandleAsync(GetRateRequest request, CancellationToken cancellation)
    {
        new RequestFaults()
            .Demand(request.Day is not null && request.Day.IsDay() && request.Day.ToDay() <= fields.Today, "day", "请填写日期，不晚于今天")
            .Demand(request.Tenor is LprTenor.OneYear or LprTenor.FiveYears, "tenor", "请选择一年期或五年期以上")
            .ThrowIfAny();
        var rate = await rates.OnAsync(request.Day!.ToDay(), cancellation)
            ?? throw RpcErrors.NotFound("RATE_UNKNOWN", "该日有效的贷款市场报价利率尚未导入，请省级机构先导入该日及以前的全部公布");
        return new GetRateResponse { Rate = ReferenceRates.Text(ReferenceRates.Of(rate, request.Tenor)), PublishedOn = rate.PublishedOn.ToContract() };
    }
}
