using System.Globalization;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain.Targets;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>The year's targets and how far along they are (年度目标和进度), 〔2020〕20号 一 and 三(一): of the year up to the period.</summary>
/// <remarks>
/// What was reached is summed; a target is never the sum of those below it. The province's is a parameter; a city's or county's was
/// imported, or else set by the operator.
/// </remarks>
internal sealed class TargetReport(ParameterSet parameters) : StatisticalReport
{
    public const string Indicator = "indicator";
    private const string Achieved = "achieved";
    private const string ByPeriod = "period";
    private const string Trained = "trained";
    private const string Interns = "interns";
    private const string Firms = "monitored_firms";

    private static readonly string NewEmployment = Term<TargetIndicator>.Text(TargetIndicator.NewUrbanEmployment);
    private static readonly string Unemployment = Term<TargetIndicator>.Text(TargetIndicator.UnemploymentRate);
    private static readonly string Training = Term<TargetIndicator>.Text(TargetIndicator.SubsidisedTraining);
    private static readonly string Internships = Term<TargetIndicator>.Text(TargetIndicator.Internships);
    private static readonly string MonitoredFirms = Term<TargetIndicator>.Text(TargetIndicator.MonitoredFirms);

    // $3 is the period, $4 its last day, $5 the year before, $6 the first period of the year and $7 the year.
    private const string Figures = $"""
        SELECT division, 'new_workers', part.dimension, part.key, sum(records)
        FROM new_employment_count CROSS JOIN LATERAL (VALUES ('', ''), ('period', period)) AS part (dimension, key)
        WHERE period BETWEEN $6 AND $3 AND division >= $1 AND division < $2 AND outcome = 'counted' AND records <> 0 GROUP BY 1, 3, 4
        UNION ALL
        SELECT division, 'attrition', part.dimension, part.key, sum(retired + work_deaths)
        FROM division_attrition CROSS JOIN LATERAL (VALUES ('', ''), ('period', period)) AS part (dimension, key)
        WHERE period BETWEEN $6 AND $3 AND division >= $1 AND division < $2 GROUP BY 1, 3, 4
        UNION ALL
        SELECT division, 'trained', '', '', sum(trained) FROM training_count
        WHERE month BETWEEN $6 AND $3 AND division >= $1 AND division < $2 GROUP BY 1
        UNION ALL
        SELECT division, 'interns', '', '', sum(columns[6])::numeric FROM (
            SELECT DISTINCT ON (division, month) division, columns FROM internship_report
            WHERE month BETWEEN $6 AND $3 AND division >= $1 AND division < $2 ORDER BY division, month, version DESC) AS latest
        GROUP BY division
        UNION ALL
        SELECT division, 'monitored_firms', '', '', count(*)::numeric FROM monitored_firm
        WHERE division >= $1 AND division < $2 AND since <= $4 AND (removed_on IS NULL OR removed_on > $4) GROUP BY division
        UNION ALL {UnemploymentReport.LiveAtEnd} UNION ALL {UnemploymentReport.EmployedBefore}
        UNION ALL
        SELECT division, level.name, 'indicator', measure, level.value
        FROM target CROSS JOIN LATERAL (VALUES ('lowest', lowest), ('middle', middle), ('highest', highest)) AS level (name, value)
        WHERE year = $7 AND division >= $1 AND division < $2 AND level.value IS NOT NULL
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Targets;

    /// <inheritdoc/>
    public override string Title => "年度就业目标完成情况表";

    /// <inheritdoc/>
    public override bool IsByReportPeriod => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new(Achieved, "完成数", ReportUnit.Unspecified, MeasureSort.Derived),
        new("lowest", "最低目标", ReportUnit.Unspecified, MeasureSort.Own),
        new("middle", "中间目标", ReportUnit.Unspecified, MeasureSort.Own),
        new("highest", "最高目标", ReportUnit.Unspecified, MeasureSort.Own),
        new("progress", "最低目标完成率", ReportUnit.Rate, MeasureSort.Derived),
        new("reached", "已达目标层级", ReportUnit.Level, MeasureSort.Derived),
        new(NewEmploymentReport.NewWorkers, "本年累计城镇新就业人员数", ReportUnit.People),
        new(NewEmploymentReport.Attrition, "本年累计自然减员人数", ReportUnit.People, MeasureSort.Delivered),
        new(Trained, "本年累计补贴性培训人次", ReportUnit.Times),
        new(Interns, "本年累计见习到岗人数（已填报）", ReportUnit.People, MeasureSort.Delivered),
        new(Firms, "期末失业动态监测企业家数", ReportUnit.Firms),
        new(UnemploymentReport.Live, "期末登记失业人数（城乡合计）", ReportUnit.People),
        new(UnemploymentReport.Employed, "上年度末城镇从业人员数", ReportUnit.People, MeasureSort.Own),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } =
    [
        new(Indicator, "指标", Dimension.Parts(
            (NewEmployment, "城镇新增就业"), ("graduate_employment_rate", "应届高校毕业生总体就业率"), (Unemployment, "城镇登记失业率"), (Training, "补贴性培训"),
            ("internships", "参加就业见习"), ("monitored_firms", "失业动态监测企业"))),
        new(ByPeriod, "报告期", Dimension.Parts()),
        Dimension.Area,
    ];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation)
    {
        var year = reading.Period.Year;
        var cells = await reading.CellsAsync(
            Figures, cancellation, reading.Days.To, year - 1, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-01"), year);
        var division = reading.Area.Division;
        var policy = parameters.At(Division.Parse(division), reading.Days.To);
        return
        [
            .. cells,
            .. from indicator in Enum.GetValues<TargetIndicator>()
               let key = Term<TargetIndicator>.Text(indicator)
               where !cells.Exists(cell => cell.Division == division && cell.Dimension == Indicator && cell.Key == key)
               from level in Target.LevelsOf(indicator, policy)
               select new Cell(division, Term<TargetLevel>.Text(level.Level), Indicator, key, level.Value),
        ];
    }

    /// <inheritdoc/>
    public override ReportUnit UnitOf(Measure measure, string key) => measure.Unit != ReportUnit.Unspecified ? measure.Unit : key switch
    {
        _ when key == Unemployment || key == "graduate_employment_rate" => ReportUnit.Rate,
        _ when key == Training => ReportUnit.Times,
        _ when key == MonitoredFirms => ReportUnit.Firms,
        _ => ReportUnit.People,
    };

    /// <inheritdoc/>
    public override IEnumerable<Derived> Derive(RowSums row)
    {
        foreach (var indicator in Enum.GetValues<TargetIndicator>())
        {
            var key = Term<TargetIndicator>.Text(indicator);
            var achieved = AchievedOf(key, row);
            var levels = Enum.GetValues<TargetLevel>().Select(level => (Level: level, Value: row.Own(Term<TargetLevel>.Text(level), Indicator, key)))
                .Where(level => level.Value is not null).Select(level => (level.Level, level.Value!.Value)).ToList();
            if (levels.Count == 0 && achieved.Value is null)
            {
                continue;
            }

            yield return achieved with { Measure = Achieved, Dimension = Indicator, Key = key };
            if (levels.Count > 0 && achieved.Value is { } value)
            {
                var progress = Target.ProgressOf(indicator, levels, value);
                yield return new("progress", progress.Progress, progress.Progress is null ? "比率指标，以不高于目标为完成" : "", Indicator, key);
                yield return new("reached", (int)progress.Reached, "", Indicator, key);
            }
        }
    }

    private Derived AchievedOf(string indicator, RowSums row) =>
        indicator == NewEmployment ? NetOf(row)
        : indicator == Training ? new(Achieved, row.Sum(Trained) ?? 0)
        : indicator == Unemployment ? UnemploymentReport.RateOf(row, parameters)
        : indicator == Internships ? new(Achieved, row.Sum(Interns), row.Sum(Interns) is null ? "本年尚无单位填报见习汇总表" : "按已填报的见习汇总表第6栏（实际到岗人数）累计")
        : indicator == MonitoredFirms ? new(Achieved, row.Sum(Firms) ?? 0)
        : new(Achieved, null, "本平台尚无完成数来源");

    // 附件一  新就业人员数与自然减员人数之差, of each period of the year.
    private static Derived NetOf(RowSums row)
    {
        var periods = row.Cells.Where(cell => cell.Dimension == ByPeriod).GroupBy(cell => cell.Key);
        var isKnown = row.Sum(NewEmploymentReport.Attrition) is not null
            && periods.All(period => NewEmploymentReport.IsCovered([.. period.Select(cell => cell with { Dimension = "", Key = "" })]));
        return isKnown
            ? new(Achieved, (row.Sum(NewEmploymentReport.NewWorkers) ?? 0) - row.Sum(NewEmploymentReport.Attrition))
            : new(Achieved, null, "部分报告期或地区的自然减员未报送，暂不能计算；累计新就业人员数见后");
    }
}
