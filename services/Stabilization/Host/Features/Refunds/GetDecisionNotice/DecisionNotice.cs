using System.Globalization;
using System.Text;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Features.Refunds.GetDecisionNotice;

/// <summary>Writes the notice of a refund decision (稳岗返还认定告知书): the outcome, every clause in its own words, what to do.</summary>
internal static class DecisionNotice
{
    public static string Write(Firm firm, StoredScreening screening, Decision<RefundGrant> decision, DateOnly today)
    {
        var text = new StringBuilder();
        var kind = screening.Kind == (short)RefundKind.Difficult ? "经营困难且恢复有望企业稳岗返还" : "一般企业稳岗返还";
        text.Append("失业保险稳岗返还认定告知书\n\n");
        Line(text, $"{firm.Name}（统一社会信用代码 {firm.CreditCode}）：");
        Line(text, $"    按{Day(screening.AsOf)}施行的政策，对贵单位{screening.AsOf.Year}年度{kind}认定如下。");
        Line(text, "\n一、认定结果");
        Outcome(text, decision);
        Line(text, "\n二、逐条认定");
        for (var i = 0; i < decision.Findings.Count; i++)
        {
            Finding(text, i + 1, decision.Findings[i]);
        }

        Line(text, "\n三、金额所依据的规定");
        foreach (var use in decision.Parameters.Where(use => use.IsSet))
        {
            Line(text, $"    {use.Explanation}");
        }

        Line(text, $"\n本告知书依存档事实生成，筛查批次 {screening.Id}，可凭批次号重新核验。\n{Day(today)}");
        return text.ToString();
    }

    private static void Outcome(StringBuilder text, Decision<RefundGrant> decision)
    {
        switch (decision.Outcome)
        {
            case Policy.Outcome.Granted when decision.Result is { } grant:
                Line(text, $"    符合条件，本次返还{grant.Amount}元：应返还总额{grant.Entitlement}元，本年度已付{grant.AlreadyPaid}元，扣减应退回资金{grant.Recovered}元。");
                break;
            case Policy.Outcome.Refused:
                Line(text, $"    不予返还。不符合：{string.Join("、", decision.RefusedBy.Select(clause => clause.Citation))}。");
                break;
            default:
                Line(text, $"    尚不能认定，不作拒绝。请补充或由有关部门核实：{string.Join("、", decision.Missing.Select(RefundFactTitles.Of))}。");
                break;
        }
    }

    private static void Finding(StringBuilder text, int number, in Finding finding)
    {
        var answer = finding.Answer switch
        {
            Answer.Met => "符合",
            Answer.NotMet => "不符合",
            _ => "未查明",
        };
        Line(text, $"    {number}. {finding.Clause.Citation}——{answer}");
        if (finding.Governing?.Quotation is { Length: > 0 } words)
        {
            Line(text, $"       “{words}”");
        }

        var facts = string.Join("、", finding.Fact.Split('、').Select(RefundFactTitles.Of));
        Line(text, $"       {facts}：{(finding.Value.Length > 0 ? finding.Value : "——")}；要求：{finding.Threshold}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
