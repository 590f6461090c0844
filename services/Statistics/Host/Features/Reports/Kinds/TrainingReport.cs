using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Subsidised training (补贴性培训), 〔2020〕20号 二(四)17, 72号 四.</summary>
internal sealed class TrainingReport : StatisticalReport
{
    private const string Figures = """
        SELECT division, part.measure, part.dimension, part.key, sum(part.value) FROM training_count CROSS JOIN LATERAL (VALUES
            ('trained', '', '', trained), ('trained', 'category', category, trained),
            ('trained', 'mode', 'offline', trained - trained_combined - trained_on_platforms),
            ('trained', 'mode', 'combined', trained_combined), ('trained', 'mode', 'online_platform', trained_on_platforms),
            ('passed', '', '', passed), ('passed', 'category', category, passed),
            ('classes', '', '', classes_accepted), ('classes', 'category', category, classes_accepted),
            ('issued', '', '', certificates_issued), ('issued', 'category', category, certificates_issued),
            ('revoked', '', '', certificates_revoked), ('revoked', 'category', category, certificates_revoked)) AS part (measure, dimension, key, value)
        WHERE month = $3 AND division >= $1 AND division < $2 GROUP BY 1, 2, 3, 4 HAVING sum(part.value) <> 0
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Training;

    /// <inheritdoc/>
    public override string Title => "补贴性培训情况表";

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new("trained", "补贴性培训人次", ReportUnit.Times),
        new("passed", "考核合格人次", ReportUnit.Times),
        new("classes", "验收合格班次", ReportUnit.Classes),
        new("issued", "核发培训合格证书数", ReportUnit.Certificates),
        new("revoked", "撤销培训合格证书数", ReportUnit.Certificates),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } =
    [
        new("category", "培训类别", Dimension.Parts(("employment", "就业技能培训"), ("upgrading", "岗位技能提升培训"), ("entrepreneurship", "创业培训"))),
        new("mode", "培训方式", Dimension.Parts(("offline", "线下培训"), ("combined", "线上线下融合"), ("online_platform", "线上平台培训"))),
    ];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) => await reading.CellsAsync(Figures, cancellation);
}
