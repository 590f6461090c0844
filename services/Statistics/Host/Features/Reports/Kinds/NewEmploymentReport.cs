using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>New urban employment (城镇新增就业), 95号 附件.</summary>
internal sealed class NewEmploymentReport : StatisticalReport
{
    public const string NewWorkers = "new_workers";
    public const string Net = "new_urban_employment";
    public const string Attrition = "attrition";
    public const string Industry = "industry";

    private const string Figures = """
        SELECT division, CASE outcome WHEN 'excluded' THEN 'excluded' ELSE 'asked' END, '', '', sum(records)
        FROM new_employment_count WHERE period = $3 AND division >= $1 AND division < $2 AND outcome <> 'counted' AND records <> 0 GROUP BY 1, 2
        UNION ALL
        SELECT division, 'excluded', 'clause', ground, sum(records)
        FROM new_employment_count WHERE period = $3 AND division >= $1 AND division < $2 AND outcome = 'excluded' AND records <> 0 GROUP BY 1, 4
        UNION ALL
        SELECT division, 'attrition', part.dimension, part.key, part.value
        FROM division_attrition CROSS JOIN LATERAL (VALUES
            ('', '', retired + work_deaths), ('cause', 'retired', retired), ('cause', 'work_deaths', work_deaths)) AS part (dimension, key, value)
        WHERE period = $3 AND division >= $1 AND division < $2
        UNION ALL
        SELECT v.division, 'new_workers', part.dimension, part.key, count(*)
        FROM employment_verdict AS v JOIN registered_employment AS e USING (employment_id) CROSS JOIN LATERAL (VALUES
            ('', ''), ('form', e.manner), ('type', e.type), ('sector', e.sector), ('industry', e.industry), ('sex', e.sex),
            ('registered_unemployed', e.was_registered_unemployed::text), ('hardship', e.was_in_hardship::text)) AS part (dimension, key)
        WHERE v.period = $3 AND v.division >= $1 AND v.division < $2 AND v.outcome = 'counted'
        GROUP BY v.division, part.dimension, part.key
        """;

    private const string Places = """
        SELECT division FROM new_employment_count WHERE period = $3 AND division >= $1 AND division < $2 AND records <> 0
        UNION SELECT division FROM division_attrition WHERE period = $3 AND division >= $1 AND division < $2
        """;

    private const string Keys = """
        SELECT employment_id FROM employment_verdict
        WHERE period = $3 AND division >= $1 AND division < $2 AND outcome = 'counted' ORDER BY employment_id
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.NewEmployment;

    /// <inheritdoc/>
    public override string Title => "城镇新增就业情况表";

    /// <inheritdoc/>
    public override bool IsByReportPeriod => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new(Net, "城镇新增就业人数", ReportUnit.People, MeasureSort.Derived),
        new(NewWorkers, "城镇新就业人员数", ReportUnit.People),
        new(Attrition, "自然减员人数", ReportUnit.People, MeasureSort.Delivered),
        new("excluded", "不计入的就业记录", ReportUnit.Times),
        new("asked", "待补正的就业记录", ReportUnit.Times),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } =
    [
        Dimension.Form,
        new("type", "就业类型", Dimension.Parts(("first", "初次就业"), ("re_employment", "失业再就业"))),
        new("sector", "从事产业类型", Dimension.Parts(("primary", "第一产业"), ("secondary", "第二产业"), ("tertiary", "第三产业"))),
        new(Industry, "国民经济行业门类", IndustrySections.Titles),
        new("registered_unemployed", "登记失业人员", YesNo),
        new("hardship", "就业困难人员", YesNo),
        new("sex", "性别", Dimension.Parts(("1", "男"), ("2", "女"))),
        new("clause", "不计入的依据", Dimension.Parts()),
        new("cause", "减员原因", Dimension.Parts(("retired", "退休"), ("work_deaths", "工伤死亡"))),
    ];

    private static IReadOnlyDictionary<string, string> YesNo => Dimension.Parts(("true", "是"), ("false", "否"));

    /// <inheritdoc/>
    public override DateOnly? DueOf(ReportPeriodDates dates) => dates.NewEmploymentDue;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        [.. (await reading.CellsAsync(Figures, cancellation)).Rekeyed(Industry, IndustrySections.Of)];

    /// <inheritdoc/>
    public override async Task<IEnumerable<string>> PlacesAsync(Reading reading, CancellationToken cancellation)
    {
        await using var command = reading.Command(Places);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var places = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            places.Add(rows.GetString(0));
        }

        return places;
    }

    /// <inheritdoc/>
    public override IEnumerable<Derived> Derive(RowSums row)
    {
        // 附件一  城镇新增就业人数是指报告期内，本地区城镇累计新就业人员数与自然减员人数之差
        var isKnown = IsCovered(row.Cells);
        yield return new(
            Net, isKnown ? (row.Sum(NewWorkers) ?? 0) - row.Sum(Attrition) : null, isKnown ? "" : "自然减员未报送，或未覆盖全部有新就业人员的地区，暂不能计算");
    }

    /// <inheritdoc/>
    public override async Task<Guid[]> CountedAsync(Reading reading, CancellationToken cancellation)
    {
        await using var command = reading.Command(Keys);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            keys.Add(rows.GetGuid(0));
        }

        return [.. keys];
    }

    /// <summary>Whether attrition is known of every place with employments (自然减员已覆盖): its own, its city's or its province's, within the cells.</summary>
    internal static bool IsCovered(IReadOnlyList<Cell> cells)
    {
        var delivered = cells.Where(cell => cell is { Measure: Attrition, Dimension: "" }).Select(cell => Division.Parse(cell.Division)).Distinct().ToList();
        return delivered.Count > 0 && cells.Where(cell => cell is { Measure: NewWorkers or "excluded" or "asked", Dimension: "" })
            .All(cell => delivered.Exists(place => place.Contains(Division.Parse(cell.Division))));
    }
}
