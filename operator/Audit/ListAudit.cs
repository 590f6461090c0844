using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Wenye.Contracts.Audit.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Audit;

/// <summary>./platform audit list: searches the audit logs (查询审计记录), a line an entry: service, moment, id, JSON.</summary>
internal static class ListAudit
{
    private const int PageSize = 1000;
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public static Command Command { get; } = new(
        "audit list", "[--service 服务] [--subject 标识] [--agency 机构] [--from 日期] [--to 日期]",
        "查询审计记录：某一记录或人员（--subject，UUID）、某一机构、某段日期（含首尾），每行一条，内容为 JSON", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0, "--service", "--subject", "--agency", "--from", "--to");
        var request = new ListEntriesRequest
        {
            SubjectId = arguments.Option("--subject") ?? "",
            Agency = arguments.Option("--agency") ?? "",
            From = Beginning(arguments.Day("--from")),
            Before = Beginning(arguments.Day("--to")?.AddDays(1)),
            PageSize = PageSize,
        };
        using var session = await Session.OpenAsync(arguments, "auditor", cancellation);
        var all = AuditedService.All(session.Calls);
        var service = arguments.Option("--service");
        if (service is not null && !all.Any(one => one.Name == service))
        {
            throw new UsageException($"--service 应为：{string.Join("、", all.Select(one => one.Name))}");
        }

        foreach (var one in all.Where(one => service is null || one.Name == service))
        {
            await ShowAsync(one, request.Clone(), Console.Out, new CallOptions(cancellationToken: cancellation));
        }

        return 0;
    }

    private static async Task ShowAsync(AuditedService service, ListEntriesRequest request, TextWriter output, CallOptions options)
    {
        do
        {
            var page = await service.ListAsync(request, options);
            foreach (var entry in page.Entries)
            {
                var done = entry.Done.Count > 0 ? $" 其中办理：{string.Join(' ', entry.Done)}" : "";
                await output.WriteLineAsync($"{service.Name} {entry.WrittenAt.ToDateTimeOffset().ToOffset(ChinaOffset):yyyy-MM-dd HH:mm:ss.fff} {entry.EntryId} {entry.BodyJson}{done}");
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private static Timestamp? Beginning(DateOnly? day) =>
        day is { } begins ? new DateTimeOffset(begins.ToDateTime(TimeOnly.MinValue), ChinaOffset).ToTimestamp() : null;
}
