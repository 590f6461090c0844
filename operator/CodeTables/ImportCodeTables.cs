using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.CodeTables;

/// <summary>./platform codetables import: takes over the tables of a folder and says what changed (导入代码表).</summary>
internal static class ImportCodeTables
{
    private const int RowsAMessage = 1000;

    public static Command Command { get; } = new(
        "codetables import", "目录 [--from yyyy-MM-dd] [--table 代码表] [--dry-run]",
        "导入目录中的代码表（CSV，表头至少有 code、name）并报告变更；--from 新版生效日期，--table 只导入一个表，--dry-run 只看变更", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 1, "--from", "--table", "--dry-run");
        var files = Files(arguments.Value(0, "目录"));
        var from = arguments.Day("--from");
        var only = arguments.Option("--table");
        using var session = await Session.OpenAsync(arguments, "codetables", cancellation);
        var client = new CodeTableService.CodeTableServiceClient(session.Calls);
        var known = (await client.ListCodeTablesAsync(new(), cancellationToken: cancellation)).Tables.ToDictionary(table => table.Table, StringComparer.Ordinal);
        var summary = new ImportSummary(arguments.Has("--dry-run"));
        foreach (var (file, leftOut) in ImportPlan.Of(files, known, only, everything: from is not null || only is not null))
        {
            if (leftOut is { } why)
            {
                summary.LeftOut(file, why);
                continue;
            }

            await session.RenewAsync(cancellation);
            await summary.AddAsync(file, known.GetValueOrDefault(file.Table!), () => SendAsync(client, file, from, summary.DryRun, cancellation));
        }

        return summary.Finish();
    }

    private static List<TableFile> Files(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(TableFile.Of)]
            : throw new UsageException($"没有这个目录：{folder}");

    private static async Task<ImportCodeTableResponse> SendAsync(
        CodeTableService.CodeTableServiceClient client, TableFile file, DateOnly? from, bool dryRun, CancellationToken cancellation)
    {
        using var text = File.OpenText(file.Path);
        var rows = TableRows.Read(text);
        var name = Path.GetFileNameWithoutExtension(file.Path);
        using var call = client.ImportCodeTable(cancellationToken: cancellation);
        await call.RequestStream.WriteAsync(
            new ImportCodeTableRequest
            {
                Header = new CodeTableEditionHeader
                {
                    Table = file.Table,
                    Name = name,
                    Edition = name,
                    Source = Path.GetFileName(file.Path),
                    EffectiveFrom = from is { } day ? Days.Of(day) : null,
                    DryRun = dryRun,
                },
            },
            cancellation);
        foreach (var part in rows.Chunk(RowsAMessage))
        {
            await call.RequestStream.WriteAsync(new ImportCodeTableRequest { Rows = new CodeRows { Rows = { part } } }, cancellation);
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }
}
