using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Oversight.ListSignals;

/// <summary>What a supervisor should look into (监管线索), latest first; it refuses nothing.</summary>
internal sealed class ListSignalsHandler(
    OverlappingClasses overlapping, EmployedElsewhere employed, SharedPhones phones, PassRates rates, SignalRecords records)
{
    private const int UsualPage = 20;
    private const int LongestPage = 100;

    public async Task<ListSignalsResponse> HandleAsync(ListSignalsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (search, division) = Read(request, caller);
        caller.DemandDivision(division);
        var found = await FindAsync(search with { Most = search.Most + 1 }, cancellation);
        var page = found.Take(search.Most).ToList();
        return new()
        {
            Signals = { await records.ShowAsync(search.Kind, page, caller, cancellation) },
            NextPageToken = found.Count > page.Count ? PageToken.After(request, page[^1].Record.ToString("N"), page[^1].Other.ToString("N")) : "",
        };
    }

    private Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation) => search.Kind switch
    {
        SignalKind.OverlappingClasses => overlapping.FindAsync(search, cancellation),
        SignalKind.EmployedElsewhere => employed.FindAsync(search, cancellation),
        SignalKind.SharedPhone => phones.FindAsync(search, cancellation),
        _ => rates.FindAsync(search, cancellation),
    };

    private static (SignalSearch Search, string Division) Read(ListSignalsRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        faults.Demand(request.Kind != SignalKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请从接口定义的线索种类中选择一种");
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2);
        var (record, other) = (Guid.AllBitsSet, Guid.AllBitsSet);
        faults.Demand(
            after is null || (Guid.TryParseExact(after[0], "N", out record) && Guid.TryParseExact(after[1], "N", out other)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        var search = new SignalSearch
        {
            Kind = request.Kind,
            Area = DivisionRange.Of(division),
            People = Threshold(faults, request.People, 3, least: 2, most: 1000, "people", "共用人数应为 2 至 1000，0 表示 3"),
            Points = Threshold(faults, request.Points, 20, least: 1, most: 100, "points", "相差百分点应为 1 至 100，0 表示 20"),
            Results = Threshold(faults, request.Results, 10, least: 1, most: 10_000, "results", "考核人数应为 1 至 10000，0 表示 10"),
            Before = (record, other),
            Most = size,
        };
        faults.ThrowIfAny();
        return (search, division);
    }

    // No document prints one: what is worth a look is the supervisor's to say.
    private static int Threshold(RequestFaults faults, int asked, int usual, int least, int most, string field, string message)
    {
        faults.Demand(asked == 0 || (asked >= least && asked <= most), field, message);
        return asked == 0 ? usual : asked;
    }
}
