using System.Collections.Frozen;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>The facts of stabilization.refund in the words of the documents (事实名称), for notices to firms.</summary>
public static class RefundFactTitles
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kind"] = "返还类别",
        ["contributions"] = "上年度实际缴纳失业保险费（元）",
        ["months_contributed"] = "缴纳失业保险费月数",
        ["fully_paid"] = "是否足额缴费",
        ["insured"] = "上年度参保职工人数",
        ["laid_off"] = "上年度裁员人数",
        ["industry_policy_ok"] = "是否符合产业结构调整和环保政策",
        ["size"] = "企业划型",
        ["fund_months"] = "统筹地区基金备付月数",
        ["loss_making_2018_2019"] = "2018年和2019年是否亏损",
        ["debt_ratio"] = "资产负债率",
        ["revenue_drop_2019"] = "2019年营业收入同比下降幅度",
        ["county_benefit"] = "上年末参保县（市、区）月失业保险金标准（元）",
        ["zombie_or_dishonest_or_bankrupt"] = "是否僵尸、严重失信或破产企业",
        ["refund_already_this_year"] = "本年度已享受的稳岗返还",
        ["already_paid"] = "本年度已返还金额（元）",
        ["to_recover"] = "以往年度应退回资金（元）",
        ["priority"] = "重点支持类别",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fact in Chinese (名称); its own name where it has no other, as an operator's parameter.</summary>
    public static string Of(string fact) => Titles.GetValueOrDefault(fact, fact);
}
