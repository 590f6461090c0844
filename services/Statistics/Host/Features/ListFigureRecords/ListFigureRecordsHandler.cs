using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListFigureRecords;

/// <summary>What a figure is made of (数据溯源), a page at a time; the first page says what all of it adds up to.</summary>
internal sealed class ListFigureRecordsHandler(StatisticsDbContext database)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;
    private const int LongestKind = 64;

    public async Task<ListFigureRecordsResponse> HandleAsync(ListFigureRecordsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, month, after) = Validate(request);
        caller.DemandDivision(request.Division);
        var source = FigureSource.All[request.Measure];

        // Where no document cuts a period, there is no last day and so nothing live at it.
        var on = ReportPeriods.Decide(request.Division, month).Result?.Days.To ?? DateOnly.MinValue;
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var found = await database.Database.SqlQueryRaw<Row>(
            source.Page, [.. Asked(request, area, on), Text("division", after.Division), Text("key", after.Key), new NpgsqlParameter("most", pageSize + 1)]).ToListAsync(cancellation);
        var answer = new ListFigureRecordsResponse { Records = { found.Take(pageSize).Select(row => Record(row, source)) } };
        if (found.Count > pageSize)
        {
            answer.NextPageToken = PageToken.After(request, answer.Records[^1].Division, answer.Records[^1].Key);
        }

        if (request.PageToken.Length == 0)
        {
            var whole = await database.Database.SqlQueryRaw<Whole>(source.Sum, Asked(request, area, on)).SingleAsync(cancellation);
            (answer.Figure, answer.Total) = (whole.Figure, whole.Total);
        }

        return answer;
    }

    private static object[] Asked(ListFigureRecordsRequest request, string area, DateOnly on) =>
        [Text("area", area), Text("period", request.Period), new NpgsqlParameter("on", on), Text("kind", request.Kind), Text("person", request.PersonId)];

    private static NpgsqlParameter Text(string name, string value) => new(name, value);

    private static FigureRecord Record(Row row, FigureSource source) => new()
    {
        Division = row.Division,
        Key = row.Key,
        PersonId = row.PersonId,
        On = row.Day?.ToContract(),
        Kind = row.Kind,
        Amount = row.Adds,
        OpenedBy = string.Format(CultureInfo.InvariantCulture, source.Opens, row.Kind.Split('.')[0]),
        OpenedWith = row.OpenedWith,
    };

    private static (string Area, YearMonth Month, (string Division, string Key) After) Validate(ListFigureRecordsRequest request)
    {
        var query = new FigureQuery();
        query.Demand(FigureSource.All.ContainsKey(request.Measure), "measure", "请从接口定义的数据项中选择");
        var area = query.Area("division", request.Division);
        var month = query.Period("period", request.Period);
        query.Demand(request.Kind.Length <= LongestKind, "kind", $"类别不得超过{LongestKind}个字符，不填为全部");
        query.Demand(request.PersonId.Length <= LongestKind, "person_id", "请填写系统人员编号（UUID）或统一社会信用代码，不填为全部");
        query.Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        var read = PageToken.TryRead(request, parts: 2, out var after);
        query.Demand(read, "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (area, month, after is [var division, var key] ? (division, key) : ("", ""));
    }

    private sealed record Row(string Division, string Key, string PersonId, DateOnly? Day, string Kind, long Adds, string OpenedWith);

    private sealed record Whole(long Figure, long Total);
}
