using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Books;

/// <summary>./platform reconcile: verifies the fund ledger against payments and budgets (对账); exit code 1 when anything differs.</summary>
internal static class ReconcileBooks
{
    private const string Province = "370000";

    public static Command Command { get; } = new(
        "reconcile", "[--pool 行政区划代码] [--year 年度]", "核对基金账、预算、款项与拨付明细，列出差异；缺省为全省、全部年度；有差异时退出码为 1", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0, "--pool", "--year");
        var pool = arguments.Option("--pool") ?? Province;
        var year = arguments.Number("--year", whenAbsent: 0, least: 2000, most: 2100);
        using var session = await Session.OpenAsync(arguments, "payer", cancellation);
        var answer = await new PaymentService.PaymentServiceClient(session.Calls)
            .ReconcileAsync(new ReconcileRequest { Pool = pool, Year = year }, cancellationToken: cancellation);
        Console.WriteLine($"已核对记账凭证 {answer.Entries} 张、拨付明细 {answer.Payments} 笔，已拨付 {Yuan(answer.PaidFen)} 元");
        foreach (var difference in answer.Differences)
        {
            Console.WriteLine($"  ✗ {difference.Message}（{difference.Rule}）：{difference.Subject}，应为 {difference.ExpectedFen}，实为 {difference.FoundFen}");
        }

        Console.WriteLine(answer.Differences.Count == 0 ? "账账相符，账实一致" : $"差异 {answer.Differences.Count} 项");
        return answer.Differences.Count == 0 ? 0 : 1;
    }

    private static string Yuan(long fen) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fen / 100m:N2}");
}
