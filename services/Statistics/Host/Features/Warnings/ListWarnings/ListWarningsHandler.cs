using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Features.Verification;

namespace Wenye.Statistics.Features.Warnings.ListWarnings;

/// <summary>Warnings (预警), the gravest first, then the latest.</summary>
internal sealed class ListWarningsHandler(StatisticsDbContext database)
{
    public async Task<ListWarningsResponse> HandleAsync(ListWarningsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, size, after) = Validate(request);
        caller.DemandDivision(request.Division);
        string[] done = [Term<WarningState>.Text(WarningState.Closed), Term<WarningState>.Text(WarningState.Lapsed)];
        var dimension = Term<WarningDimension>.Text(request.Dimension);
        var found = await database.Set<StoredWarning>().AsNoTracking()
            .Where(warning => warning.Division.StartsWith(area)
                && (request.Period == "" || warning.Period == request.Period)
                && (!request.CurrentOnly || !done.Contains(warning.State))
                && warning.Level >= request.Level
                && (request.Dimension == WarningDimension.Unspecified || warning.Dimension == dimension)
                && EF.Functions.LessThan(ValueTuple.Create(warning.Level, warning.Id), ValueTuple.Create(after.Level, after.Id)))
            .OrderByDescending(warning => warning.Level).ThenByDescending(warning => warning.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListWarningsResponse
        {
            Warnings = { page.Select(warning => warning.ToContract()) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Level.ToString(CultureInfo.InvariantCulture), page[^1].Id.ToString()) : "",
        };
    }

    private static (string Area, int Size, (int Level, Guid Id) After) Validate(ListWarningsRequest request)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        faults.Period(request.Period, required: false);
        faults.Demand(request.Level >= 0, "level", "预警级别应为不小于零的整数，0 表示全部")
            .Demand(Enum.IsDefined(request.Dimension), "dimension", "请选择监测维度，不填为全部");
        var (level, id) = (int.MaxValue, Guid.AllBitsSet);
        var after = faults.Position(request, parts: 2);
        faults.Demand(
            after is null || (int.TryParse(after[0], CultureInfo.InvariantCulture, out level) && Guid.TryParse(after[1], out id)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        var size = faults.Page(request.PageSize);
        faults.ThrowIfAny();
        return (area, size, (level, id));
    }
}
