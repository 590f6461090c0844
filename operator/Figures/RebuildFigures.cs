using Wenye.Contracts.Statistics.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Figures;

/// <summary>./platform figures rebuild: proves that the figures are what all that is known makes of them (重算核对); exits 1 on any difference, which is then put right.</summary>
internal static class RebuildFigures
{
    public static Command Command { get; } = new(
        "figures rebuild", "", "按留存的全部事实重新认定每条就业记录，与现有数据逐条、逐数核对；有差异即订正并以 1 退出", RunAsync);

    /// <summary>Prints what was found (打印核对结果) and gives the exit code.</summary>
    public static int Tell(RebuildNewEmploymentResponse found, TextWriter to)
    {
        to.WriteLine($"重新认定 {found.Records:N0} 条就业记录");
        to.WriteLine($"认定不一致 {found.DifferingRecords:N0} 条，汇总数不一致 {found.DifferingFigures:N0} 个");
        if (found.WaitingPeople > 0)
        {
            to.WriteLine($"核对期间另有 {found.WaitingPeople:N0} 人有新的事实，随后照常认定");
        }

        var same = found is { DifferingRecords: 0, DifferingFigures: 0 };
        to.WriteLine(same ? "逐条、逐数一致" : "已按事实订正；请查明原因（规则变更、数据被改动）");
        return same ? 0 : 1;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0);
        using var session = await Session.OpenAsync(arguments, "statistician", cancellation);
        var found = await new NewEmploymentService.NewEmploymentServiceClient(session.Calls).RebuildNewEmploymentAsync(new(), cancellationToken: cancellation);
        return Tell(found, Console.Out);
    }
}
