using Wenye.CodeTables;
using Wenye.CodeTables.Distribution;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.SearchCodes;

/// <summary>Codes by part of code or name (搜索代码), a page at a time, from this process's snapshot.</summary>
internal sealed class SearchCodesHandler(ICodeTableSource source, TimeProvider time)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;
    private const int LongestQuery = 50;

    public SearchCodesResponse Handle(SearchCodesRequest request)
    {
        if (Faults(request, out var after) is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        var day = CodeQueries.DayOf(request.On, time);
        var tables = source.Current;
        tables.DemandTable(request.Table);
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var found = tables.Search(request.Table, request.Query, request.Parent, day, after).Take(pageSize + 1).ToList();
        return new SearchCodesResponse
        {
            Entries = { found.Take(pageSize).Select(entry => entry.ToContract()) },
            NextPageToken = found.Count > pageSize ? PageToken.After(request, found[pageSize - 1].Code) : "",
        };
    }

    private static List<FieldError> Faults(SearchCodesRequest request, out string? after)
    {
        var faults = new List<FieldError>();
        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new FieldError("page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        if (request.Query.Length > LongestQuery)
        {
            faults.Add(new FieldError("query", $"搜索内容不得超过 {LongestQuery} 个字符"));
        }

        if (!PageToken.TryRead(request, parts: 1, out var position))
        {
            faults.Add(new FieldError("page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变"));
        }

        after = position?[0];
        return faults;
    }
}
