using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>People in employment hardship and zero-employment families (就业困难人员和零就业家庭), 〔2020〕20号 二(三)15.</summary>
/// <remarks>
/// A recognition is of a person: of zero-employment families it counts the members recognised, the families of those whose household was
/// told, and the members of whom none was. A family is in one place only, that of the member recognised first, so that places add up.
/// </remarks>
internal sealed class HardshipReport : StatisticalReport
{
    private const string Category = "category";

    private const string Figures = """
        WITH live AS (
            SELECT division, category, family_id FROM recognised_hardship AS h
            WHERE division >= $1 AND division < $2 AND recognised_on <= $4 AND expires_on >= $4
              AND NOT EXISTS (SELECT FROM ended_hardship AS e WHERE e.recognition_id = h.recognition_id AND e.ended_on <= $4)),
        fact AS (
            SELECT division, 'recognised' AS measure, category FROM recognised_hardship WHERE period = $3 AND division >= $1 AND division < $2
            UNION ALL SELECT division, 'ended', category FROM ended_hardship WHERE period = $3 AND division >= $1 AND division < $2
            UNION ALL SELECT division, 'live_at_end', category FROM live)
        SELECT division, measure, part.dimension, part.key, count(*)::numeric
        FROM fact CROSS JOIN LATERAL (VALUES ('', ''), ('category', category)) AS part (dimension, key) GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT division, 'zero_employment', '', '', count(*) FROM live WHERE category = 'zero_employment_family' GROUP BY division
        UNION ALL
        SELECT division, 'zero_employment_unknown', '', '', count(*) FROM live WHERE category = 'zero_employment_family' AND family_id IS NULL GROUP BY division
        UNION ALL
        SELECT division, 'zero_employment_families', '', '', count(*) FROM (
            SELECT DISTINCT ON (h.family_id) h.division FROM recognised_hardship AS h
            WHERE h.family_id IN (SELECT family_id FROM live WHERE category = 'zero_employment_family') AND h.category = 'zero_employment_family'
              AND h.recognised_on <= $4 AND h.expires_on >= $4
              AND NOT EXISTS (SELECT FROM ended_hardship AS e WHERE e.recognition_id = h.recognition_id AND e.ended_on <= $4)
            ORDER BY h.family_id, h.recognised_on, h.recognition_id) AS family
        WHERE division >= $1 AND division < $2 GROUP BY division
        UNION ALL
        SELECT division, 'became_employed', part.dimension, part.key, count(*)
        FROM registered_employment CROSS JOIN LATERAL (VALUES ('', ''), ('form', manner)) AS part (dimension, key)
        WHERE was_in_hardship AND period = $3 AND division >= $1 AND division < $2 GROUP BY 1, 3, 4
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Hardship;

    /// <inheritdoc/>
    public override string Title => "就业困难人员和零就业家庭情况表";

    /// <inheritdoc/>
    public override bool IsByReportPeriod => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new("live_at_end", "期末就业困难人员数", ReportUnit.People),
        new("recognised", "新认定就业困难人员数", ReportUnit.People),
        new("ended", "退出就业困难人员数", ReportUnit.People),
        new("became_employed", "就业困难人员就业登记人次", ReportUnit.Times),
        new("zero_employment_families", "期末零就业家庭户数（已登记户号的）", ReportUnit.Families),
        new("zero_employment", "期末零就业家庭成员（已认定）人数", ReportUnit.People),
        new("zero_employment_unknown", "其中未登记户号、不知属于哪一户的成员人数", ReportUnit.People),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } =
    [
        new(Category, "困难类别", Dimension.Parts(
            ("zero_employment_family", "零就业家庭成员"), ("registered_poor", "建档立卡贫困劳动力"), ("older", "大龄失业人员"), ("disabled", "残疾失业人员"),
            ("epidemic", "受疫情影响人员"), ("long_unemployed", "长期失业人员"), ("landless", "失地农民"), ("city", "各市确定的其他人员"))),
        Dimension.Form,
    ];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync(Figures, cancellation, reading.Days.To);
}
