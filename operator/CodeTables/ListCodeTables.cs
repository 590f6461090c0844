using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.CodeTables;

/// <summary>./platform codetables list: which tables there are, loaded or not, with their editions (代码表目录).</summary>
internal static class ListCodeTables
{
    public static Command Command { get; } = new("codetables list", "", "列出全部代码表：是否已载入、版本、涉及的指标", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0);
        using var session = await Session.OpenAsync(arguments, "codetables", cancellation);
        var answer = await new CodeTableService.CodeTableServiceClient(session.Calls).ListCodeTablesAsync(new(), cancellationToken: cancellation);
        foreach (var table in answer.Tables)
        {
            Console.WriteLine($"{(table.Loaded ? "✓" : "－")} {table.Table}  {table.Name}{(table.Loaded ? "" : "（未载入：填写有关指标会被退回）")}");
            if (table.Fields.Count > 0)
            {
                Console.WriteLine($"    指标：{string.Join("、", table.Fields)}");
            }

            foreach (var edition in table.Editions)
            {
                Console.WriteLine($"    版本：{edition.Edition}，{edition.Entries} 项，{Days.From(edition.EffectiveFrom)}，{Days.Imported(edition.ImportedAt)}");
            }
        }

        return 0;
    }
}
