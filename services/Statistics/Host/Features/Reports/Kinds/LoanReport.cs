using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Start-up guaranteed loans paid out (创业担保贷款发放).</summary>
internal sealed class LoanReport : StatisticalReport
{
    private const string Figures = """
        SELECT division, part.measure, part.dimension, part.key, sum(part.value) FROM loan_count CROSS JOIN LATERAL (VALUES
            ('loans', '', '', loans), ('loans', 'borrower', kind, loans), ('drawdowns', '', '', drawdowns), ('drawdowns', 'borrower', kind, drawdowns),
            ('amount', '', '', amount_fen), ('amount', 'borrower', kind, amount_fen)) AS part (measure, dimension, key, value)
        WHERE month = $3 AND division >= $1 AND division < $2 GROUP BY 1, 2, 3, 4 HAVING sum(part.value) <> 0
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Loans;

    /// <inheritdoc/>
    public override string Title => "创业担保贷款发放情况表";

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new("loans", "新发放贷款笔数", ReportUnit.Payments), new("drawdowns", "放款笔数", ReportUnit.Payments), new("amount", "放款金额", ReportUnit.Fen),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } = [new("borrower", "借款人类型", Dimension.Parts(("personal", "个人"), ("enterprise", "小微企业")))];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) => await reading.CellsAsync(Figures, cancellation);
}
