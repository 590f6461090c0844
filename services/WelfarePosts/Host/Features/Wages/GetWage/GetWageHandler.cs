using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Wages.GetWage;

/// <summary>The minimum wages of a place and month (当地当月最低工资标准).</summary>
internal sealed class GetWageHandler(WageBook book)
{
    public async Task<GetWageResponse> HandleAsync(GetWageRequest request, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var place = faults.Division(request.Division, "division");
        faults.Demand(place.Level != DivisionLevel.Province, "division", "请填写县或市的 6 位行政区划代码");
        var month = PostFields.Month(faults, request.Month);
        faults.ThrowIfAny();

        var stated = await book.CitedAsync(place, month, cancellation)
            ?? throw RpcErrors.NotFound("WAGE_UNKNOWN", "该地该月适用的最低工资档次或其标准尚未导入，请省级机构先导入");
        var rural = place.Level == DivisionLevel.District ? await book.CitedRuralAsync(place, month, cancellation) : null;
        return new GetWageResponse
        {
            MonthlyFen = stated.Figures.MonthlyFen,
            HourlyFen = stated.Figures.HourlyFen,
            Tier = stated.Figures.Tier,
            Document = stated.Figures.Document,
            PlaceDocument = stated.Place.Document,
            Place = stated.Place.Division,
            RuralHourlyFen = rural?.HourlyFen ?? 0,
            RuralDocument = rural?.Document ?? "",
        };
    }
}
