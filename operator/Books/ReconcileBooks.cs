using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Books;

/// <summary>./platform reconcile: verifies the fund ledgers of all services against payments and budgets (对账); exit code 1 when anything differs.</summary>
internal static class ReconcileBooks
{
    private const string Province = "370000";

    public static Command Command { get; } = new(
        "reconcile", "[--pool 行政区划代码] [--year 年度] [--month YYYY-MM]",
        "核对各服务的基金账、预算、款项与拨付明细和担保基金，列出差异；--month 列出各级各项资金与财政部门该月的对账情况；缺省为全省、全部年度；有差异或未对账时退出码为 1", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0, "--pool", "--year", "--month");
        var pool = arguments.Option("--pool") ?? Province;
        var year = arguments.Number("--year", whenAbsent: 0, least: 2000, most: 2100);
        using var session = await Session.OpenAsync(arguments, "payer", cancellation);
        var options = new CallOptions(cancellationToken: cancellation);
        var funds = await GuaranteeFundBooks.Of(session.Calls).CheckAsync(pool, Console.Out, options);
        var code = await RunAsync(BooksOfService.All(session.Calls), pool, year, arguments.Option("--month"), Console.Out, options);
        return funds == 0 ? code : 1;
    }

    /// <summary>Looks at the books of all services (核对各服务账簿); 1 when anything is to be told.</summary>
    /// <param name="services">Whose.</param>
    /// <param name="pool">All below it too.</param>
    /// <param name="year">0: all.</param>
    /// <param name="month">YYYY-MM: also what was agreed with finance; null: the books alone.</param>
    /// <param name="output">Where it is told.</param>
    /// <param name="options">Of the calls.</param>
    internal static async Task<int> RunAsync(
        IReadOnlyList<BooksOfService> services, string pool, int year, string? month, TextWriter output, CallOptions options)
    {
        var (differences, open) = (0, 0);
        foreach (var service in services)
        {
            differences += await BooksAsync(service, new ReconcileRequest { Pool = pool, Year = year }, output, options);
            open += month is null ? 0 : await MonthStatements.ShowAsync(service, pool, month, output, options);
        }

        await output.WriteLineAsync(differences == 0 ? "账账相符，账实一致" : $"差异 {differences} 项");
        return differences == 0 && open == 0 ? 0 : 1;
    }

    private static async Task<int> BooksAsync(BooksOfService service, ReconcileRequest request, TextWriter output, CallOptions options)
    {
        var answer = await service.ReconcileAsync(request, options);
        await output.WriteLineAsync($"{service.Name}：已核对记账凭证 {answer.Entries} 张、拨付明细 {answer.Payments} 笔，已拨付 {Yuan(answer.PaidFen)} 元");
        foreach (var difference in answer.Differences)
        {
            await output.WriteLineAsync($"  ✗ {difference.Message}（{difference.Rule}）：{difference.Subject}，应为 {difference.ExpectedFen}，实为 {difference.FoundFen}");
        }

        return answer.Differences.Count;
    }

    /// <summary>Fen as yuan (元).</summary>
    internal static string Yuan(long fen) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fen / 100m:N2}");
}
