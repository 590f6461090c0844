using Wenye.Policy;

namespace Wenye.Training.Domain.Platforms;

/// <summary>What a platform is looked at for (考察事项).</summary>
public enum PlatformReview
{
    /// <summary>Whether it enters the catalogue (遴选).</summary>
    Selection = 1,

    /// <summary>Whether it stays there (综合评价).</summary>
    Evaluation,
}

/// <summary>What training.platform_standing looks at (线上平台遴选与退出的事实). What is left out is unproven.</summary>
public sealed record PlatformStandingFacts : IFacts
{
    /// <summary>考察事项.</summary>
    public Fact<PlatformReview> Review { get; init => field = value.Named("review"); } = Fact.Unproven<PlatformReview>("review");

    /// <summary>资质合法、信誉良好、具有自主知识产权.</summary>
    public Fact<bool> LawfulAndReputable { get; init => field = value.Named("lawful_and_reputable"); } = Fact.Unproven<bool>("lawful_and_reputable");

    /// <summary>安全稳定、师生互动的线上培训技术条件，终端多元化、方式多样化.</summary>
    public Fact<bool> TechnicallyAble { get; init => field = value.Named("technically_able"); } = Fact.Unproven<bool>("technically_able");

    /// <summary>完善的线上职业技能培训质量管控体系.</summary>
    public Fact<bool> QualityControlled { get; init => field = value.Named("quality_controlled"); } = Fact.Unproven<bool>("quality_controlled");

    /// <summary>全实名、过程可记录、结果可评价.</summary>
    public Fact<bool> RealNamesRecorded { get; init => field = value.Named("real_names_recorded"); } = Fact.Unproven<bool>("real_names_recorded");

    /// <summary>Filed as an institution in the province's system (已备案); asked for at evaluation, since selection leads to it.</summary>
    public Fact<bool> Filed { get; init => field = value.Named("filed"); } = Fact.Unproven<bool>("filed");

    /// <summary>僵尸平台.</summary>
    public Fact<bool> Dormant { get; init => field = value.Named("dormant"); } = Fact.Unproven<bool>("dormant");

    /// <summary>培训课程长期不更新.</summary>
    public Fact<bool> CoursesStale { get; init => field = value.Named("courses_stale"); } = Fact.Unproven<bool>("courses_stale");

    /// <summary>培训过程监管不力.</summary>
    public Fact<bool> SupervisionWeak { get; init => field = value.Named("supervision_weak"); } = Fact.Unproven<bool>("supervision_weak");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PlatformStandingFacts Read(FactSet given) => new()
    {
        Review = given.Choice<PlatformReview>("review"),
        LawfulAndReputable = given.Truth("lawful_and_reputable"),
        TechnicallyAble = given.Truth("technically_able"),
        QualityControlled = given.Truth("quality_controlled"),
        RealNamesRecorded = given.Truth("real_names_recorded"),
        Filed = given.Truth("filed"),
        Dormant = given.Truth("dormant"),
        CoursesStale = given.Truth("courses_stale"),
        SupervisionWeak = given.Truth("supervision_weak"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Review.Recorded,
        LawfulAndReputable.Recorded,
        TechnicallyAble.Recorded,
        QualityControlled.Recorded,
        RealNamesRecorded.Recorded,
        Filed.Recorded,
        Dormant.Recorded,
        CoursesStale.Recorded,
        SupervisionWeak.Recorded,
    ];
}

/// <summary>May an online platform be, or stay, in the catalogue (线上平台遴选与退出)? Refused at an evaluation, it leaves.</summary>
public static class PlatformStanding
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.platform_standing";

    private static readonly Parameter<bool> Qualities = Parameter.Rule("training.platform_qualities");
    private static readonly Parameter<bool> Filing = Parameter.Rule("training.platform_filing");
    private static readonly Parameter<bool> Exit = Parameter.Rule("training.platform_exit");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(PlatformStandingFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        return (facts.Review.IsProven ? facts.Review.Value : default) switch
        {
            PlatformReview.Selection => Selected(examined, facts, policy),
            PlatformReview.Evaluation => Evaluated(examined, facts, policy),
            _ => examined.And(policy.Get(Qualities), facts.Review.IsEstablished()).Grant(),
        };
    }

    private static Decision<NoOutputs> Selected(Examination examined, PlatformStandingFacts facts, PolicyContext policy) => examined

        // 72号 二(一)  资质合法、信誉良好、具有自主知识产权…具备安全稳定、师生互动的线上培训技术条件和完善的线上职业技能培训质量管控体系，
        // 能实现平台运行终端多元化、培训方式多样化、线上培训人员全实名、培训过程可记录、培训结果可评价
        .And(policy.Get(Qualities), Proposition.All(facts.Review.IsEstablished(), facts.LawfulAndReputable.Is(true), facts.TechnicallyAble.Is(true), facts.QualityControlled.Is(true), facts.RealNamesRecorded.Is(true)))
        .Grant();

    private static Decision<NoOutputs> Evaluated(Examination examined, PlatformStandingFacts facts, PolicyContext policy) => examined

        // 72号 二(二)  遴选的线上平台须在山东省公共就业人才服务信息系统进行培训机构备案
        .And(policy.Get(Filing), facts.Filed.Is(true))

        // 72号 三(三)  对僵尸平台、培训课程长期不更新、培训过程监管不力等综合评价不达标的平台实行退出机制
        .And(policy.Get(Exit), Proposition.All(facts.Dormant.Is(false), facts.CoursesStale.Is(false), facts.SupervisionWeak.Is(false)))
        .Grant();
}
