using Wenye.Policy;

namespace Wenye.Training.Domain.Claims;

/// <summary>May this office pay for this certificate (申领明细认定)? What it pays, and on which papers, other decisions say.</summary>
/// <remarks>Pure; run for every line of a claim. Readings: docs/decisions/0053-training-claims.md.</remarks>
public static class ClaimedLine
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.claim_line";

    private static readonly Parameter<bool> CertificateOnce = Parameter.Rule("training.claim_certificate_once");
    private static readonly Parameter<bool> AllowancePlace = Parameter.Rule("training.claim_allowance_place");
    private static readonly Parameter<bool> PlatformPlace = Parameter.Rule("training.claim_platform_place");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(ClaimLineFacts facts, PolicyContext policy)
    {
        var once = policy.Get(CertificateOnce);
        var place = PlaceRule(facts, policy);
        var examined = Decision.On(Name, facts, policy)

            // 55号 第四条  参加培训后取得证书…的，给予…职业培训补贴: one subsidy a certificate, also after the year in which the same occupation and level is barred
            .AndIf(once.IsSet && facts.Kind is { IsProven: true, Value: ClaimKind.TrainingSubsidy }, once, facts.CertificateUsed.Is(false));

        // 11号 三  由参加培训人员户籍所在地县（市、区）人力资源社会保障部门…给予生活费补贴
        // 11号 四  由参加培训人员户籍所在地县（市、区）人力资源社会保障部门…向线上平台支付培训补贴
        return (place is { IsSet: true } here ? examined.And(here, facts.HouseholdHere.Is(true)) : examined).Grant();
    }

    /// <summary>Whether the county of the household pays, not the city of the office (由户籍所在地县支付).</summary>
    public static bool HouseholdCountyPays(ClaimLineFacts facts, PolicyContext policy) => PlaceRule(facts, policy) is { IsSet: true };

    // An allowance follows the day on which the course was completed, as its amount does; a platform's share that of the decision.
    private static Dated<bool>? PlaceRule(ClaimLineFacts facts, PolicyContext policy) => !facts.Kind.IsProven ? null : facts.Kind.Value switch
    {
        ClaimKind.LivingAllowance => (facts.CompletedOn.IsProven ? policy.On(facts.CompletedOn.Value) : policy).Get(AllowancePlace),
        ClaimKind.OnlinePlatform => policy.Get(PlatformPlace),
        _ => null,
    };
}
