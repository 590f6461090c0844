using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>Why an office wants to reject an application (审核不通过原因 AAE360).</summary>
public enum RejectionReason
{
    /// <summary>Identity does not match (身份信息不符).</summary>
    IdentityMismatch,

    /// <summary>Under 16 (未满16周岁).</summary>
    UnderAge,

    /// <summary>Draws a pension (已享受养老保险待遇).</summary>
    ReceivesPension,

    /// <summary>In work (处于就业状态).</summary>
    Employed,

    /// <summary>Papers missing (材料不全).</summary>
    MaterialsIncomplete,

    /// <summary>Not insured (未参保).</summary>
    NotInsured,

    /// <summary>Not entitled to benefit (不符合领金条件).</summary>
    NotEntitledToBenefit,

    /// <summary>No certificate (无相关证书).</summary>
    NoCertificate,
}

/// <summary>What registration.review_rejection looks at (审核不通过的事实).</summary>
public sealed record ReviewRejectionFacts : IFacts
{
    /// <summary>The reason the office gives (审核不通过原因).</summary>
    public Fact<RejectionReason> Reason { get; init => field = value.Named("reason"); } = Fact.Unproven<RejectionReason>("reason");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ReviewRejectionFacts Read(FactSet given) => new() { Reason = given.Choice<RejectionReason>("reason") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Reason.Recorded];
}

/// <summary>May the office reject an application for this reason (审核不通过是否合规)? Granted means that the rejection is lawful.</summary>
public static class ReviewRejection
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.review_rejection";

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(ReviewRejectionFacts facts, PolicyContext policy)
    {
        var ruledOut = policy.Get(RegistrationParameters.ReasonsRuledOut);
        var reason = facts.Reason;

        return Decision.On(Name, facts, policy)

            // 39号 五(一)  对材料或手续不全的，经申请人书面承诺后先行容缺办理
            // 79号 一(二)  严禁以资料（材料）不全…等理由拒绝登记
            .When(policy.Get(RegistrationParameters.MissingPapers), reason.IsNot(RejectionReason.MaterialsIncomplete))

            // 39号 一(一)  劳动年龄内、有就业要求、处于无业状态的我省城乡劳动者，均可办理失业登记
            // 79号 一(二)  不得要求提供毕业证书、学历证书、技能等级证书…；严禁以…未参保、不符合领金条件等理由拒绝登记
            .And(ruledOut, reason.NoneOf(ruledOut))

            // 39号 一(一)  登记对象：16周岁（含）至依法享受基本养老保险待遇年龄内，处于无业状态
            .AndIf(IsCondition(reason), policy.Get(RegistrationParameters.Conditions), reason.IsEstablished())

            // 39号 五(一)  个人身份信息可通过与社会保障卡持卡人员基础信息库比对核实
            // 79号 一(二)  对劳动者提供的个人基本信息…可通过信息比对或人工核查等方式核验
            .AndIf(reason is { IsProven: true, Value: RejectionReason.IdentityMismatch }, policy.Get(RegistrationParameters.IdentityCheck), reason.IsEstablished())
            .Grant();
    }

    private static bool IsCondition(Fact<RejectionReason> reason) =>
        reason is { IsProven: true, Value: RejectionReason.UnderAge or RejectionReason.ReceivesPension or RejectionReason.Employed };
}
