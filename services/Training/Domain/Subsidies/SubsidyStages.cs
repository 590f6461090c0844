using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>What share of the standard the stage at hand is paid (分段补贴): the platform's, the offline one after it, or the whole course.</summary>
internal static class SubsidyStages
{
    public static bool IsPlatform(TrainingSubsidyFacts facts) => facts.Mode is { IsProven: true, Value: TrainingMode.OnlinePlatform };

    public static Examination Examine(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules)
    {
        // 55号 第五条  职业培训补贴具体标准由设区的市…合理确定，实行同类职业（工种）同一等级统一补贴标准
        IDated standard = rules.Standard.IsSet ? rules.Standard : rules.AsProvided.IsSet ? rules.AsProvided : rules.PlatformShare;
        examined = examined.AndIf(standard.Use.IsSet, standard, facts.Standard.Above(Money.Zero));

        // 55号 第九条  线上培训与线下培训可采取“分段培训、分段考核、分段补贴”的办法进行
        examined = examined.AndIf(rules.Stages.IsSet, rules.Stages, facts.Mode.IsEstablished());
        return IsPlatform(facts) ? OfPlatform(examined, facts, rules)
            : rules.Stages.IsSet && facts.Mode.IsProven ? Offline(examined, facts, rules)
            : examined;
    }

    /// <summary>The share; asked for only when every clause is met.</summary>
    public static decimal Share(TrainingSubsidyFacts facts, SubsidyRules rules)
    {
        if (IsPlatform(facts) && rules.PlatformShare.IsSet)
        {
            var (most, ofCity) = (rules.PlatformShare.Value, rules.PlatformShareOfCity);
            return ofCity.IsSet && ofCity.Value < most ? ofCity.Value : most;
        }

        return !rules.Stages.IsSet || !facts.OnlinePlatformPaid.Value ? 1m
            : IsInTime(facts, rules) ? rules.OfflineShare.Value
            : rules.OfflineShareOfCity.Value;
    }

    // 11号 四  对承担任务的线上培训平台，根据其组织培训并考核合格的重点群体人数…按照当地该培训项目职业培训补贴标准的20%向线上平台支付培训补贴
    // 22号 细则九(一)、济政发〔2020〕1号 14  同；72号 三(一)  线上平台的培训补贴原则上按照不高于当地该培训项目职业培训补贴标准的20%执行
    private static Examination OfPlatform(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules) => examined
        .AndIf(rules.PlatformShare.IsSet, rules.PlatformTrainees, facts.Trainee.OneOf(rules.PlatformTrainees))
        .AndIf(rules.PlatformShare.IsSet, rules.PlatformShare, facts.OnlinePlatformPaid.Is(false))
        .Using(rules.PlatformShareOfCity);

    private static Examination Offline(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules)
    {
        // 72号 三(一)  已享受线上平台培训补贴的群体…再参加同一职业同一等级线下实训，取得规定的培训证书后，按照…标准的80%给予职业培训补贴
        IDated share = rules.OfflineShare.IsSet ? rules.OfflineShare : rules.Stages;
        examined = examined.And(share, facts.OnlinePlatformPaid.IsEstablished());
        return facts.OnlinePlatformPaid is not { IsProven: true, Value: true } ? examined

            // 55号 第九条  具体实施细则由设区的市制定
            : !rules.OfflineShare.IsSet || (rules.OfflineShareOfCity.IsSet && facts.CertificateDate.IsProven && !IsInTime(facts, rules))
                ? examined.And(rules.OfflineShareOfCity, facts.CertificateDate.IsEstablished())

            // 72号 三(一)  2020年12月31日之前
            : examined.And(rules.OfflineUntil, facts.CertificateDate.AtMost(rules.OfflineUntil));
    }

    private static bool IsInTime(TrainingSubsidyFacts facts, SubsidyRules rules) =>
        rules.OfflineShare.IsSet && facts.CertificateDate.Value <= rules.OfflineUntil.Value;
}
