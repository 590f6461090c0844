using Wenye.Policy;

namespace Wenye.Training.Domain.Certificates;

/// <summary>What training.completion_certificate looks at (核发培训合格证书的事实): one trainee of a class. What is left out is unproven.</summary>
public sealed record CompletionCertificateFacts : IFacts
{
    /// <summary>The class is one of subsidised training (政府补贴性职业技能培训).</summary>
    public Fact<bool> SubsidisedClass { get; init => field = value.Named("subsidised_class"); } = Fact.Unproven<bool>("subsidised_class");

    /// <summary>Who trained is filed to do so (承担政府补贴性培训任务的培训主体、政府认定的社会培训评价组织).</summary>
    public Fact<bool> InstitutionFiled { get; init => field = value.Named("institution_filed"); } = Fact.Unproven<bool>("institution_filed");

    /// <summary>Passed the examination (考核合格).</summary>
    public Fact<bool> Passed { get; init => field = value.Named("passed"); } = Fact.Unproven<bool>("passed");

    /// <summary>Meets the conditions of a qualification, skill-level, special-ability, special-operation or special-equipment certificate (符合获得其他证书条件).</summary>
    public Fact<bool> EntitledToOther { get; init => field = value.Named("entitled_to_other_certificate"); } = Fact.Unproven<bool>("entitled_to_other_certificate");

    /// <summary>Meets the conditions of the training subsidy (符合享受职业培训补贴条件).</summary>
    public Fact<bool> EligibleForSubsidy { get; init => field = value.Named("eligible_for_subsidy"); } = Fact.Unproven<bool>("eligible_for_subsidy");

    /// <summary>Reads the facts by name (读取).</summary>
    public static CompletionCertificateFacts Read(FactSet given) => new()
    {
        SubsidisedClass = given.Truth("subsidised_class"),
        InstitutionFiled = given.Truth("institution_filed"),
        Passed = given.Truth("passed"),
        EntitledToOther = given.Truth("entitled_to_other_certificate"),
        EligibleForSubsidy = given.Truth("eligible_for_subsidy"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        SubsidisedClass.Recorded,
        InstitutionFiled.Recorded,
        Passed.Recorded,
        EntitledToOther.Recorded,
        EligibleForSubsidy.Recorded,
    ];
}

/// <summary>May this completion certificate be issued (核发培训合格证书)?</summary>
/// <remarks>Pure; run for every trainee of a batch.</remarks>
public static class CompletionCertificate
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.completion_certificate";

    private static readonly Parameter<bool> Issuer = Parameter.Rule("training.completion_issuer");
    private static readonly Parameter<bool> Passing = Parameter.Rule("training.completion_passing");
    private static readonly Parameter<bool> NoOther = Parameter.Rule("training.completion_no_other");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(CompletionCertificateFacts facts, PolicyContext policy)
    {
        var issuer = policy.Get(Issuer);
        return Decision.On(Name, facts, policy)

            // 48号 一(一)  由承担政府补贴性职业技能培训任务的各类培训主体（含政府认定的社会培训评价组织）免费核发
            .When(issuer, Proposition.All(facts.SubsidisedClass.Is(true), facts.InstitutionFiled.Is(true)))

            // 48号 一(二)  培训合格证书是劳动者参加政府补贴性职业技能培训且考核合格的有效证明
            .AndIf(issuer.IsSet, policy.Get(Passing), facts.Passed.Is(true))

            // 48号 一(三)  对…符合获得职业资格证书（…）条件，且符合享受职业培训补贴条件的劳动者，不得核发培训合格证书
            .AndIf(issuer.IsSet, policy.Get(NoOther), Proposition.Any(facts.EntitledToOther.Is(false), facts.EligibleForSubsidy.Is(false)))
            .Grant();
    }
}
