using Wenye.Contracts.Stabilization.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Firms;

/// <summary>./platform firms import: delivers CSV files of firm data (导入企业数据), resumable.</summary>
internal static class ImportFirms
{
    private const int FaultsShown = 1000;

    public static Command Command { get; } = new(
        "firms import", "DIR|FILE.csv…", "导入企业、缴费、减员、财务、基金等数据（每类一个 CSV，表头为接口字段名，可续传）", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: int.MaxValue);
        arguments.Value(0, "DIR 或 FILE.csv");
        var files = FirmFiles.At(arguments.Values);
        var id = FirmFiles.IdOf(files);
        using var session = await Session.OpenAsync(arguments, "firm-data", cancellation);
        var firms = new FirmDataService.FirmDataServiceClient(session.Calls);
        var import = await FirmImport.SendAsync(firms, id, FirmFiles.Rows(files).Select(row => row.Row), cancellation);
        Console.WriteLine($"已收 {import.Taken:N0} 行，退回 {import.Rejected:N0} 行（导入标识 {id}）");
        if (import.Rejected == 0)
        {
            return 0;
        }

        var faults = (await firms.ListFirmDataFaultsAsync(
            new ListFirmDataFaultsRequest { ImportId = id, PageSize = FaultsShown }, cancellationToken: cancellation)).Faults.ToLookup(fault => fault.Row);
        foreach (var (place, row) in FirmFiles.Rows(files).Select((row, i) => (row.Place, (long)i + 1)).Where(row => faults.Contains(row.Item2)))
        {
            foreach (var fault in faults[row])
            {
                Console.WriteLine($"  ✗ {place} {fault.Field}：{fault.Message}");
            }
        }

        return 1;
    }
}
