using System.Globalization;
using Wenye.Policy;
using Wenye.Statistics.Domain.Forms;

namespace Wenye.Statistics.Domain.Reports;

/// <summary>Reports for which no document sets a day (文件未规定上报日的报表).</summary>
public enum UndatedReport
{
    /// <summary>就业困难人员和零就业家庭.</summary>
    Hardship = 1,

    /// <summary>补贴性培训.</summary>
    Training,

    /// <summary>创业担保贷款.</summary>
    Loans,

    /// <summary>稳岗返还和以工代训.</summary>
    Refunds,

    /// <summary>公益性岗位.</summary>
    WelfarePosts,

    /// <summary>就业资金.</summary>
    Funds,

    /// <summary>年度目标.</summary>
    Targets,
}

/// <summary>What statistics.report_due looks at (上报日的事实). What is left out is unproven.</summary>
public sealed record OtherReportDueFacts : IFacts
{
    /// <summary>报表.</summary>
    public Fact<UndatedReport> Report { get; init => field = value.Named("report"); } = Fact.Unproven<UndatedReport>("report");

    /// <summary>The month that names the period (报告期).</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>Reads the facts by name (读取).</summary>
    public static OtherReportDueFacts Read(FactSet given) => new() { Report = given.Choice<UndatedReport>("report"), Month = given.Month("month") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Report.Recorded, Month.Recorded];
}

/// <summary>By when is a report in for which no document sets a day (上报日)? A day of the month after, as the operator set it.</summary>
public static class OtherReportDue
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.report_due";

    private static readonly Parameter<DueDays> Days = new("statistics.report_due_days", Unit.Terms, DueDays.Read);

    /// <summary>Decides (认定).</summary>
    public static Decision<ReportDue> Decide(OtherReportDueFacts facts, PolicyContext policy)
    {
        var days = policy.Get(Days);
        var isSet = days.IsSet && facts.Report.IsProven;
        var day = isSet && days.Value.ByReport.TryGetValue(facts.Report.Value, out var known) ? known : (int?)null;

        // 95号 三  要严格遵守统计调查制度，按照统计报表周期要求，及时准确上报数据，不得迟报虚报
        return Decision.On(Name, facts, policy)
            .When(days, facts.Report.IsEstablished())
            .And(days, facts.Month.IsEstablished())
            .AndIf(isSet && day is null, days, Proposition.Unproven(days.Name, days.Use))
            .Grant(() => new ReportDue(facts.Month.Value.AddMonths(1).Day(day!.Value)));
    }
}

/// <summary>Days of the month after by report (各报表上报日).</summary>
/// <param name="ByReport">1 to 31; of a shorter month its last day is meant.</param>
internal sealed record DueDays(IReadOnlyDictionary<UndatedReport, int> ByReport)
{
    private const int LastDay = 31;

    /// <summary>Terms read <c>hardship 5</c> (读取): the report and its day.</summary>
    public static DueDays Read(PolicyValue value) => new(value.Items.Select(item => item.ToString().Split(' ')).ToDictionary(Report, Day));

    private static UndatedReport Report(string[] words) => Term<UndatedReport>.TryParse(words[0], out var report)
        ? report
        : throw new InvalidDataException($"参数 statistics.report_due_days 列有未知的报表，应为：{string.Join('、', Term<UndatedReport>.All)}。");

    private static int Day(string[] words) =>
        words.Length == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastDay
            ? day
            : throw new InvalidDataException("参数 statistics.report_due_days 的每一项应为：报表 次月第几日，1 至 31。");
}
