using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Offices;

/// <summary>./platform offices import: takes over a city's or county's list of offices and says what changed (导入机构清单).</summary>
internal static class ImportOfficeList
{
    public static Command Command { get; } = new(
        "offices import", "文件.csv --division 行政区划代码 [--complete]",
        "导入市、县的机构清单（列：序号,行政区划,机构名称,经办地址,咨询电话,线上渠道,经办项目，另加行政区划代码）；--complete 表示清单完整，未列出的机构将撤销", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 1, "--division", "--complete");
        var file = arguments.Value(0, "文件");
        var division = arguments.Option("--division") ?? throw new UsageException("缺少 --division：清单所属市、县的 6 位行政区划代码");
        if (division.Length != 6)
        {
            throw new UsageException("--division 应为 6 位行政区划代码");
        }

        using var session = await Session.OpenAsync(arguments, "directory", cancellation);
        var (names, _) = await DivisionNames.ReadAsync(new(session.Calls), division[..2], cancellation);
        using var text = File.OpenText(file);
        var sheet = OfficeSheet.Read(text, names);
        var answer = await SendAsync(new(session.Calls), division, arguments.Has("--complete"), sheet.Rows, cancellation);
        return Report(sheet, answer);
    }

    private static async Task<ImportOfficesResponse> SendAsync(
        OfficeService.OfficeServiceClient offices, string division, bool complete, IReadOnlyList<OfficeRow> rows, CancellationToken cancellation)
    {
        using var call = offices.ImportOffices(cancellationToken: cancellation);
        await call.RequestStream.WriteAsync(new ImportOfficesRequest { Header = new OfficeListHeader { Division = division, Complete = complete } }, cancellation);
        foreach (var row in rows)
        {
            await call.RequestStream.WriteAsync(new ImportOfficesRequest { Row = row }, cancellation);
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private static int Report(OfficeSheet sheet, ImportOfficesResponse answer)
    {
        Console.WriteLine($"清单 {sheet.Rows.Count} 行：新增 {answer.Added}，变更 {answer.Changed}，未变 {answer.Unchanged}，撤销 {answer.Closed}，未导入的问题 {answer.FaultCount} 个");
        foreach (var (row, place) in sheet.Unresolved)
        {
            Console.WriteLine($"  ✗ 第 {row} 行：行政区划“{place}”在代码表和本文件中都没有代码，请填写行政区划代码列");
        }

        foreach (var fault in answer.Faults)
        {
            Console.WriteLine($"  ✗ 第 {fault.Row} 行 {fault.Field}：{fault.Message}");
        }

        return answer.FaultCount == 0 ? 0 : 1;
    }
}
