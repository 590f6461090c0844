using Wenye.Contracts.Statistics.V1;
using Wenye.Operator.Connection;
using Wenye.Operator.Firms;

namespace Wenye.Operator.Figures;

/// <summary>./platform figures import: delivers what other agencies know (导入部门数据); the same files again go on where they stopped.</summary>
internal static class ImportFigures
{
    private const int RowsAMessage = 1000;
    private const int FaultsAPage = 1000;

    public static Command Command { get; } = new(
        "figures import", "DIR [--import-id ID]", "导入统计用部门数据（城乡分类、就业地、年末从业人员、年度目标、自然减员、人员时段、核实标记；每类一个 CSV，中文表头，可续传）", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var files = FactFiles.In(arguments.Only(values: 1, "--import-id").Value(0, "DIR"));
        var id = arguments.Option("--import-id") ?? FirmFiles.IdOf(files);
        using var session = await Session.OpenAsync(arguments, "statistician", cancellation);
        var service = new NewEmploymentService.NewEmploymentServiceClient(session.Calls);
        var answer = await SendAsync(service, id, FactFiles.Rows(files).Select(row => row.Row), cancellation);
        Console.WriteLine($"已收 {answer.Taken:N0} 行，退回 {answer.Rejected:N0} 行（导入标识 {id}）");
        foreach (var gap in answer.Shortfalls)
        {
            Console.WriteLine($"  ! {gap.Division} {gap.Year} 年 {gap.Measure}：各县最低目标合计 {gap.Counties:N0}，低于市的 {gap.Target:N0}");
        }

        if (answer.Rejected == 0)
        {
            return 0;
        }

        var faults = await FaultsAsync(service, id, cancellation);
        foreach (var (place, row) in FactFiles.Rows(files).Where(row => faults.Contains(row.Row.Row)))
        {
            foreach (var fault in faults[row.Row])
            {
                Console.WriteLine($"  ✗ {place} {fault.Field}：{fault.Message}");
            }
        }

        return 1;
    }

    private static async Task<ImportEmploymentFactsResponse> SendAsync(
        NewEmploymentService.NewEmploymentServiceClient service, string id, IEnumerable<EmploymentFactRow> rows, CancellationToken cancellation)
    {
        using var call = service.ImportEmploymentFacts(cancellationToken: cancellation);
        try
        {
            await call.RequestStream.WriteAsync(new ImportEmploymentFactsRequest { Header = new EmploymentFactHeader { ImportId = id } }, cancellation);
            foreach (var part in rows.Chunk(RowsAMessage))
            {
                await call.RequestStream.WriteAsync(new ImportEmploymentFactsRequest { Rows = new EmploymentFactRows { Rows = { part } } }, cancellation);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (InvalidOperationException)
        {
            // The server has ended the call: its answer says why.
        }

        return await call.ResponseAsync;
    }

    private static async Task<ILookup<long, EmploymentFactFault>> FaultsAsync(
        NewEmploymentService.NewEmploymentServiceClient service, string id, CancellationToken cancellation)
    {
        var faults = new List<EmploymentFactFault>();
        var asked = new ListEmploymentFactFaultsRequest { ImportId = id, PageSize = FaultsAPage };
        do
        {
            var page = await service.ListEmploymentFactFaultsAsync(asked, cancellationToken: cancellation);
            faults.AddRange(page.Faults);
            asked.PageToken = page.NextPageToken;
        }
        while (asked.PageToken.Length > 0);
        return faults.ToLookup(fault => fault.Row);
    }
}
