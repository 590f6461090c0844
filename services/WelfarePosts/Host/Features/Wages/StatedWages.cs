using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Rows of an import as far as they can be judged by themselves (导入行校验): each key once.</summary>
internal sealed class StatedWages
{
    private readonly Dictionary<WageKey, (Wage Wage, int Row)> taken = [];

    /// <summary>What can be judged by the rows alone (有效行).</summary>
    public IReadOnlyCollection<(Wage Wage, int Row)> Taken => taken.Values;

    public List<RowFault> Faults { get; } = [];

    /// <summary>Said once more with the same values (重复行).</summary>
    public int Repeated { get; private set; }

    /// <summary>Takes a row, or tells its faults (收一行).</summary>
    /// <param name="number">行号, from 1.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="read">Makes it, when nothing is.</param>
    public void Take(int number, RequestFaults faults, Func<Wage> read)
    {
        foreach (var fault in faults.Found)
        {
            Fault(number, fault.Field, fault.Message);
        }

        if (faults.Found.Count > 0)
        {
            return;
        }

        var wage = read();
        if (taken.TryAdd(WageKey.Of(wage), (wage, number)))
        {
            return;
        }

        if (WageWriter.AreEqual(taken[WageKey.Of(wage)].Wage, wage))
        {
            Repeated++;
        }
        else
        {
            Fault(number, "from", "同一执行日期在本次导入中有不同标准，请核对后只保留一行");
        }
    }

    /// <summary>Tells a row's fault (记错误行).</summary>
    public void Fault(int row, string field, string message) => Faults.Add(new RowFault { Row = row, Field = field, Message = message });
}

/// <summary>What a statement is of (标准主键).</summary>
internal readonly record struct WageKey(WageKind Kind, string Division, int Key, DateOnly From)
{
    public static WageKey Of(Wage wage) => new(wage.Kind, wage.Division, wage.Key, wage.From);

    public static WageKey Of(WageRecord record) => new(record.Kind, record.Division, record.Key, record.From);
}
