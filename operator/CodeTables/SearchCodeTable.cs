using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.CodeTables;

/// <summary>./platform codetables search: codes by part of code or name (搜索代码).</summary>
internal static class SearchCodeTable
{
    private const int PageSize = 200;

    public static Command Command { get; } = new(
        "codetables search", "代码表 [代码开头或名称] [--parent 上级代码] [--on yyyy-MM-dd] [--all]",
        $"按代码或名称搜索（缺省显示前 {PageSize} 项，--all 显示全部），例如 codetables search ACA111 电工", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 2, "--parent", "--on", "--all");
        var request = new SearchCodesRequest
        {
            Table = arguments.Value(0, "代码表"),
            Query = arguments.Values.ElementAtOrDefault(1) ?? "",
            Parent = arguments.Option("--parent") ?? "",
            On = arguments.Day("--on") is { } day ? Days.Of(day) : null,
            PageSize = PageSize,
        };
        using var session = await Session.OpenAsync(arguments, "codetables", cancellation);
        var tables = new CodeTableService.CodeTableServiceClient(session.Calls);
        do
        {
            var page = await tables.SearchCodesAsync(request, cancellationToken: cancellation);
            foreach (var entry in page.Entries)
            {
                Console.WriteLine($"{entry.Code}\t{entry.Label}\t{Days.Span(entry.ValidFrom, entry.ValidTo)}{(entry.Heading ? "\t（类目，不可填报）" : "")}");
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && arguments.Has("--all"));
        if (request.PageToken.Length > 0)
        {
            Console.WriteLine("……还有更多，加 --all 全部显示");
        }

        return 0;
    }
}
