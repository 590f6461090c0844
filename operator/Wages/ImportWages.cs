using System.Text;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Wages;

/// <summary>./platform wages: states minimum wages, or counties' rates of rural posts, from a CSV file (导入最低工资标准); repeated it changes nothing.</summary>
internal static class ImportWages
{
    private const string Client = "welfare-posts-reviewer";

    public static Command Command { get; } = new(
        "wages import", "FILE.csv [--correction 更正原因 --operator 经办人]",
        "导入最低工资标准（CSV，列：行政区划代码,档次,执行日期,月标准（元）,小时标准（元）,文号；省的行填写标准，市、县的行只写档次）", ImportAsync);

    public static Command Rural { get; } = new(
        "wages rural", "FILE.csv [--correction 更正原因 --operator 经办人]",
        "导入县（市、区）乡村公益性岗位小时补贴标准（CSV，列：行政区划代码,执行日期,小时标准（元）,文号）", ImportRuralAsync);

    private static Task<int> ImportAsync(Arguments arguments, CancellationToken cancellation) => RunAsync(
        arguments, WageSheet.ReadWages, async (session, rows, correction, handling) =>
        {
            var request = new ImportWagesRequest { RequestId = NewId(), Rows = { rows }, Correction = correction, Handling = handling };
            return (await new MinimumWageService.MinimumWageServiceClient(session.Calls).ImportWagesAsync(request, cancellationToken: cancellation)).Import;
        }, cancellation);

    private static Task<int> ImportRuralAsync(Arguments arguments, CancellationToken cancellation) => RunAsync(
        arguments, WageSheet.ReadRural, async (session, rows, correction, handling) =>
        {
            var request = new ImportRuralRatesRequest { RequestId = NewId(), Rows = { rows }, Correction = correction, Handling = handling };
            return (await new MinimumWageService.MinimumWageServiceClient(session.Calls).ImportRuralRatesAsync(request, cancellationToken: cancellation)).Import;
        }, cancellation);

    private static async Task<int> RunAsync<TRow>(
        Arguments arguments, Func<TextReader, IReadOnlyList<(long Line, TRow Row)>> read,
        Func<Session, IEnumerable<TRow>, string, Handling, Task<WageImport>> sendAsync, CancellationToken cancellation)
    {
        var file = arguments.Only(values: 1, "--correction", "--operator").Value(0, "FILE.csv");
        using var text = new StreamReader(file, Encoding.UTF8);
        var rows = read(text);
        using var session = await Session.OpenAsync(arguments, Client, cancellation);
        var handling = new Handling { Operator = arguments.Option("--operator") ?? "" };
        var answer = await sendAsync(session, rows.Select(row => row.Row), arguments.Option("--correction") ?? "", handling);
        Console.WriteLine($"新增 {answer.Added} 行，更正 {answer.Corrected} 行，未变 {answer.Unchanged} 行，退回 {answer.Faults.Select(fault => fault.Row).Distinct().Count()} 行");
        foreach (var fault in answer.Faults)
        {
            Console.WriteLine($"  ✗ 第 {rows[(int)fault.Row - 1].Line} 行 {fault.Field}：{fault.Message}");
        }

        return answer.Faults.Count == 0 ? 0 : 1;
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
