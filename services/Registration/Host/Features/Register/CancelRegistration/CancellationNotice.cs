using System.Globalization;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.CancelRegistration;

/// <summary>What the person is told of the end (告知书), 39号 二(一): 注销其失业登记，并以适当方式予以告知.</summary>
internal static class CancellationNotice
{
    /// <summary>The text, citing the ground; empty where nobody need be told.</summary>
    public static string Of(UnemploymentRegistration registration, PersonDetails person, Decision<DeregistrationEffect> decision, Caller caller)
    {
        if (decision.Result is not { Notify: true } || registration.CancelledOn is not { } ended)
        {
            return "";
        }

        // The first finding answers 下列情形之一: it is that of the ground that holds.
        var ground = decision.Findings[0].Clause;
        return $"""
            失业登记注销告知书
            {caller.Sight("AAC003", person.Name)}：
            您于{Day(registration.RegisteredOn)}办理的失业登记，因“{ReasonOf(registration.CancellationReason!)}”，依据{ground.Citation}，已于{Day(ended)}注销。
            再次失业且符合条件的，可在户籍地、常住地、就业地或参保地重新申请失业登记；对注销有异议的，请向登记地公共就业人才服务机构提出。
            """;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    // 79号 附件 二(二) AJC00A, as printed.
    private static string ReasonOf(string code) => code switch
    {
        "11" => "被各类用人单位录用或招聘",
        "12" => "从事个体经营、创办企业或民办非企业",
        "13" => "已从事有稳定收入的劳动，并且月收入不低于当地最低生活保障标准",
        "14" => "公益性岗位安置",
        "21" => "已依法享受基本养老保险待遇",
        "23" => "完全丧失劳动能力",
        "24" => "入学、应征服兵役、移居境外",
        "25" => "被判刑收监执行",
        "26" => "死亡",
        "31" => "连续3次拒绝接受公共就业服务",
        "32" => "连续6个月无法取得联系",
        _ => "其他",
    };
}
