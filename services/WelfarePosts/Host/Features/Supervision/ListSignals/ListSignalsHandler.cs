using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Supervision.ListSignals;

/// <summary>What a supervisor should look into (监管线索), latest placements first; it stops nothing.</summary>
internal sealed class ListSignalsHandler(Signals signals, SignalRecords records)
{
    private const int UsualPage = 20;
    private const int LongestPage = 100;
    private const int DaysAMonth = 31;

    public async Task<ListSignalsResponse> HandleAsync(ListSignalsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (search, division) = Read(request, caller);
        caller.DemandDivision(division);
        var found = await signals.FindAsync(search with { Most = search.Most + 1 }, cancellation);
        var page = found.Take(search.Most).ToList();
        return new ListSignalsResponse
        {
            Signals = { await records.ShowAsync(search.Kind, page, caller, cancellation) },
            NextPageToken = found.Count > page.Count ? PageToken.After(request, page[^1].Placement.ToString("N"), page[^1].Other.ToString("N")) : "",
        };
    }

    private static (SignalSearch Search, string Division) Read(ListSignalsRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        faults.Demand(request.Kind != PostSignalKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请从接口定义的线索种类中选择一种");
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var ofAttendance = request.Kind == PostSignalKind.AbsentButPaid;
        faults.Demand(
            request.FewerDaysThan == 0 || (ofAttendance && request.FewerDaysThan is > 0 and <= DaysAMonth), "fewer_days_than",
            "查询未出勤仍领补贴的线索时可填 1 至 31 天，其他线索请不填");
        var after = faults.Position(request, parts: 2);
        var (placement, other) = (Guid.AllBitsSet, Guid.AllBitsSet);
        faults.Demand(
            after is null || (Guid.TryParseExact(after[0], "N", out placement) && Guid.TryParseExact(after[1], "N", out other)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        return (new SignalSearch(request.Kind, DivisionRange.Of(division), (placement, other), size, Math.Max(request.FewerDaysThan, 1)), division);
    }
}
