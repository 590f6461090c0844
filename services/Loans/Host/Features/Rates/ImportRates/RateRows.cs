using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Rates.ImportRates;

/// <summary>Rows of an import judged one by one (逐行校验): each is taken or told.</summary>
/// <param name="today">No publication is later.</param>
internal sealed class RateRows(DateOnly today)
{
    private const string Malformed = "利率应为大于 0、小于 1 的小数，至多六位小数，如 0.0385 表示 3.85%";

    private readonly Dictionary<DateOnly, LprRate> taken = [];

    /// <summary>What can be judged by the rows alone (有效行), one a day.</summary>
    public IReadOnlyCollection<LprRate> Taken => taken.Values;

    /// <summary>Which row states a day (行号).</summary>
    public Dictionary<DateOnly, int> RowOf { get; } = [];

    public List<RateFault> Faults { get; } = [];

    /// <summary>Days said once more with the same values (重复行).</summary>
    public int Repeated { get; private set; }

    public RateRows Read(IEnumerable<PublishedRates> rows)
    {
        foreach (var (row, number) in rows.Select((row, i) => (row, i + 1)))
        {
            Read(row, number);
        }

        return this;
    }

    /// <summary>Tells a row's fault (记错误行).</summary>
    public void Fault(int row, string field, string message) => Faults.Add(new RateFault { Row = row, Field = field, Message = message });

    private void Read(PublishedRates row, int number)
    {
        var before = Faults.Count;
        if (row.PublishedOn is not { } on || !on.IsDay() || on.ToDay() > today)
        {
            Fault(number, "published_on", "请填写公布日期，不晚于今天");
        }

        if (!ReferenceRates.TryRead(row.OneYear, out var oneYear))
        {
            Fault(number, "one_year", Malformed);
        }

        if (!ReferenceRates.TryRead(row.FiveYears, out var fiveYears))
        {
            Fault(number, "five_years", Malformed);
        }

        if (Faults.Count == before)
        {
            Take(new LprRate { PublishedOn = row.PublishedOn.ToDay(), OneYear = oneYear, FiveYears = fiveYears }, number);
        }
    }

    private void Take(LprRate rate, int number)
    {
        if (taken.TryAdd(rate.PublishedOn, rate))
        {
            RowOf[rate.PublishedOn] = number;
        }
        else if (taken[rate.PublishedOn] is var said && said.OneYear == rate.OneYear && said.FiveYears == rate.FiveYears)
        {
            Repeated++;
        }
        else
        {
            Fault(number, "published_on", "同一公布日期在本次导入中有不同利率，请核对后只保留一行");
        }
    }
}
