using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>What was paid (资金支出), as several reports count it. Recoveries are not taken off.</summary>
internal static class PaidMoney
{
    /// <summary>拨付笔数 and 拨付金额.</summary>
    public static readonly Measure Payments = new("payments", "拨付笔数", ReportUnit.Payments);

    /// <inheritdoc cref="Payments"/>
    public static readonly Measure Paid = new("paid", "拨付金额", ReportUnit.Fen);

    /// <summary>补贴项目.</summary>
    public static readonly Dimension Benefit = new("benefit", "补贴项目", Dimension.Parts(
        ("stabilization.refund.general", "一般企业稳岗返还"), ("stabilization.refund.difficult", "困难企业稳岗返还"),
        ("stabilization.work_training.hiring", "以工代训补贴（吸纳就业）"), ("stabilization.work_training.difficult", "以工代训补贴（困难企业）"),
        ("loans.interest_subsidy", "创业担保贷款贴息"), ("welfare_posts.subsidy", "岗位补贴和社会保险补贴")));

    /// <summary>资金渠道.</summary>
    public static readonly Dimension Fund = new("fund", "资金渠道", Dimension.Parts(
        ("unemployment_insurance", "失业保险基金"), ("employment_subsidy", "就业补助资金"), ("skills_special_account", "职业技能提升行动专账"),
        ("entrepreneurship", "创业带动就业扶持资金"), ("loan_guarantee", "创业担保贷款担保基金")));

    /// <summary>The cells of payments of a calendar month (读取); $4 is what the benefit begins with, as a LIKE pattern.</summary>
    public const string Figures = """
        SELECT division, figure.measure, part.dimension, part.key, sum(figure.value)
        FROM made_payment CROSS JOIN LATERAL (VALUES ('', ''), ('benefit', benefit), ('fund', coalesce(fund, 'unstated'))) AS part (dimension, key)
        CROSS JOIN LATERAL (VALUES ('payments', 1::numeric), ('paid', amount_fen::numeric)) AS figure (measure, value)
        WHERE month = $3 AND division >= $1 AND division < $2 AND benefit LIKE $4 GROUP BY 1, 2, 3, 4
        """;
}

/// <summary>Refunds for keeping jobs and work-for-training (稳岗返还和以工代训).</summary>
internal sealed class RefundReport : StatisticalReport
{
    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Refunds;

    /// <inheritdoc/>
    public override string Title => "稳岗返还和以工代训情况表";

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } = [PaidMoney.Payments, PaidMoney.Paid];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } = [PaidMoney.Benefit, PaidMoney.Fund];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync(PaidMoney.Figures, cancellation, "stabilization.%");
}

/// <summary>Money by fund (分资金渠道支出).</summary>
internal sealed class FundReport : StatisticalReport
{
    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.Funds;

    /// <inheritdoc/>
    public override string Title => "就业资金支出情况表";

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } = [PaidMoney.Paid, PaidMoney.Payments];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } = [PaidMoney.Fund, PaidMoney.Benefit];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync(PaidMoney.Figures, cancellation, "%");
}
