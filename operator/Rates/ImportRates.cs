using System.Text;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Rates;

/// <summary>./platform lpr import: states publications of the loan prime rates from a CSV file (导入LPR); repeated it changes nothing.</summary>
internal static class ImportRates
{
    public static Command Command { get; } = new(
        "lpr import", "FILE.csv [--correction 更正原因 --operator 经办人]",
        "导入贷款市场报价利率（CSV，列：公布日期,一年期（%）,五年期以上（%））；已有的公布值不同时，填写更正原因才会改动", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var file = arguments.Only(values: 1, "--correction", "--operator").Value(0, "FILE.csv");
        using var text = new StreamReader(file, Encoding.UTF8);
        var rows = RateSheet.Read(text);
        var request = new ImportRatesRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            Rates = { rows.Select(row => row.Row) },
            Correction = arguments.Option("--correction") ?? "",
            Handling = new Handling { Operator = arguments.Option("--operator") ?? "" },
        };
        using var session = await Session.OpenAsync(arguments, "loans-reviewer", cancellation);
        var answer = await new ReferenceRateService.ReferenceRateServiceClient(session.Calls).ImportRatesAsync(request, cancellationToken: cancellation);
        Console.WriteLine($"新增 {answer.Added} 期，更正 {answer.Corrected} 期，未变 {answer.Unchanged} 期，退回 {answer.Faults.Select(fault => fault.Row).Distinct().Count()} 行");
        foreach (var fault in answer.Faults)
        {
            Console.WriteLine($"  ✗ 第 {rows[fault.Row - 1].Line} 行 {fault.Field}：{fault.Message}");
        }

        return answer.Faults.Count == 0 ? 0 : 1;
    }
}
