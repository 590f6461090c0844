using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.CodeTables;

/// <summary>The report of an import, as a provincial IT officer reads it (导入报告).</summary>
internal sealed class ImportSummary(bool dryRun)
{
    private const int MostChanges = 10;
    private const int MostFaults = 20;

    private int _taken;
    private int _refused;
    private int _leftOut;

    public bool DryRun => dryRun;

    public void LeftOut(TableFile file, string why)
    {
        _leftOut++;
        Console.WriteLine($"－ {Path.GetFileName(file.Path)}：跳过。{why}");
    }

    /// <summary>Imports one file and reports it; what is wrong with one file does not stop the others.</summary>
    public async Task AddAsync(TableFile file, CodeTable? table, Func<Task<ImportCodeTableResponse>> import)
    {
        var title = $"{Path.GetFileName(file.Path)} → {file.Table} {table?.Name}";
        try
        {
            Show(title, await import());
        }
        catch (InvalidDataException unreadable)
        {
            _refused++;
            Console.WriteLine($"✗ {title}：未导入。{unreadable.Message}");
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument or StatusCode.ResourceExhausted)
        {
            _refused++;
            Console.WriteLine($"✗ {title}：未导入。");
            Refusals.Show(refusal);
        }
    }

    /// <summary>The last lines; returns the exit code: 1 when a file was refused.</summary>
    public int Finish()
    {
        Console.WriteLine($"\n{(dryRun ? "试导入" : "导入")}完成：{_taken} 个代码表{(dryRun ? "可导入" : "已导入")}，{_refused} 个被退回，{_leftOut} 个文件跳过。");
        return _refused == 0 ? 0 : 1;
    }

    private void Show(string title, ImportCodeTableResponse answer)
    {
        if (answer.Faults.Count > 0)
        {
            _refused++;
            Console.WriteLine($"✗ {title}：有错误行，整表未导入，原表不变。请更正后重新导入：");
            foreach (var fault in answer.Faults.Take(MostFaults))
            {
                Console.WriteLine($"    第 {fault.Line} 行 {fault.Field}：{fault.Message}");
            }

            ShowRest(answer.Faults.Count, MostFaults, "处错误");
            return;
        }

        _taken++;
        Console.WriteLine($"✓ {title}：新增 {answer.Added}，更名 {answer.Renamed}，停用 {answer.Ended}，不变 {answer.Unchanged}{(dryRun ? "（试导入，未写入）" : "")}");
        foreach (var change in answer.Changes.Where(change => answer.Unchanged > 0 || change.Kind != CodeChangeKind.Added).Take(MostChanges))
        {
            Console.WriteLine($"    {Text(change)}");
        }

        if (answer.Unchanged > 0)
        {
            ShowRest((int)(answer.Added + answer.Renamed + answer.Ended), MostChanges, "项变更");
        }
    }

    private static void ShowRest(int all, int shown, string what)
    {
        if (all > shown)
        {
            Console.WriteLine($"    ……共 {all} {what}，以上为前 {shown} {what[..1]}");
        }
    }

    private static string Text(CodeChange change) => change.Kind switch
    {
        CodeChangeKind.Added => $"新增 {change.Code} {change.Label}",
        CodeChangeKind.Renamed => $"更名 {change.Code} {change.FormerLabel} → {change.Label}",
        _ => $"停用 {change.Code} {change.Label}",
    };
}
