using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Welfare posts (公益性岗位): who was placed, left and is in post, by the registered employments, and what was paid for them.</summary>
internal sealed class WelfarePostReport : StatisticalReport
{
    private const string People = """
        WITH post AS (
            SELECT e.division, CASE WHEN e.urban THEN 'urban' ELSE 'rural' END AS area, e.employed_on, x.ended_on
            FROM registered_employment AS e LEFT JOIN ended_employment AS x USING (employment_id)
            WHERE e.manner = 'welfare_post' AND e.division >= $1 AND e.division < $2 AND e.employed_on <= $6),
        fact AS (
            SELECT division, 'placed' AS measure, area FROM post WHERE employed_on >= $5
            UNION ALL SELECT division, 'left', area FROM post WHERE ended_on BETWEEN $5 AND $6
            UNION ALL SELECT division, 'in_post', area FROM post WHERE ended_on IS NULL OR ended_on > $6)
        SELECT division, measure, part.dimension, part.key, count(*)::numeric
        FROM fact CROSS JOIN LATERAL (VALUES ('', ''), ('area', area)) AS part (dimension, key) GROUP BY 1, 2, 3, 4
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.WelfarePosts;

    /// <inheritdoc/>
    public override string Title => "公益性岗位情况表";

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new("in_post", "月末在岗人数", ReportUnit.People), new("placed", "本月上岗人数", ReportUnit.People), new("left", "本月离岗人数", ReportUnit.People),
        PaidMoney.Payments, PaidMoney.Paid,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } =
        [new("area", "城乡", Dimension.Parts(("urban", "城镇"), ("rural", "乡村"))), PaidMoney.Benefit, PaidMoney.Fund];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync($"{People} UNION ALL {PaidMoney.Figures}", cancellation, "welfare_posts.%", reading.Days.From, reading.Days.To);
}
