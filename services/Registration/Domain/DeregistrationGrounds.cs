using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>The grounds on which a registration is cancelled (注销情形), each with its code of AJC00A and its own clause.</summary>
internal static class DeregistrationGrounds
{
    private static readonly (string Code, Parameter<bool> Rule)[] All =
    [
        // 39号 二(一)1  被各类用人单位录用或招聘的
        Ground("11"),

        // 39号 二(一)2  从事灵活就业、新形态就业、个体经营、创办企业或民办非企业的
        Ground("12"),

        // 39号 二(一)3  已从事有稳定收入的劳动，并且月收入不低于当地最低生活保障标准的
        Ground("13"),

        // 79号 附件二(二) AJC00A 14 公益性岗位安置；39号 二(一)1 被各类用人单位录用
        Ground("14"),

        // 39号 二(一)4  已依法享受基本养老保险待遇的
        Ground("21"),

        // 39号 二(一)5  完全丧失劳动能力的
        Ground("23"),

        // 39号 二(一)6  入学、服兵役、移居境外的
        Ground("24"),

        // 39号 二(一)7  被判刑收监执行的
        Ground("25"),

        // 39号 二(一)10  死亡的
        Ground("26"),

        // 39号 二(一)8  无正当理由连续3次拒绝接受公共就业服务的
        Ground("31"),

        // 39号 二(一)9  连续6个月无法取得联系的
        Ground("32"),

        // 39号 二(一)11  各市确定的其他情形
        Ground("90"),
    ];

    /// <summary>Answers each ground that a document in force names here and now.</summary>
    public static List<Finding> Examine(Fact<string> code, PolicyContext policy)
    {
        var findings = new List<Finding>(All.Length);
        foreach (var (groundCode, parameter) in All)
        {
            var rule = policy.Get(parameter);
            if (rule.IsSet)
            {
                findings.Add(new(rule.Clause, code.Is(groundCode), rule.Use));
            }
        }

        return findings;
    }

    private static (string Code, Parameter<bool> Rule) Ground(string code) => (code, Parameter.Rule($"registration.deregistration_ground_{code}"));
}
