using Wenye.Policy;

namespace Wenye.Training.Domain.Claims;

/// <summary>A paper that the claim needs (所需材料).</summary>
/// <param name="Name">Name of the fact; for papers of the city, as the city calls it.</param>
/// <param name="Manner">How it is wanted (方式).</param>
/// <param name="IsAtHand">Whether it is at hand that way (是否齐备).</param>
public sealed record NeededPaper(string Name, PaperManner Manner, bool IsAtHand);

/// <summary>The papers of a claim (材料清单).</summary>
/// <param name="Papers">In the order of the annex, the city's last; empty while subsidy, claimant, trainee or certificate are unknown.</param>
public sealed record PaperList(IReadOnlyList<NeededPaper> Papers) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("papers", PolicyValue.Of([.. Papers.Select(Recorded)]))];

    private static PolicyValue Recorded(NeededPaper one)
    {
        NamedValue[] entries = [new("paper", PolicyValue.Of(one.Name)), new("manner", PolicyValue.From(one.Manner)), new("at_hand", PolicyValue.Of(one.IsAtHand))];
        return PolicyValue.Of(entries);
    }
}

/// <summary>Are the papers of a claim complete (申请材料是否齐备)? What is missing is asked for by name; nothing is refused for it.</summary>
/// <remarks>Pure. The list is given whatever the outcome. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class ClaimMaterials
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.claim_materials";

    private static readonly Parameter<bool> Channels = Parameter.Rule("training.claim_channels");
    private static readonly Parameter<bool> OfTraining = Parameter.Rule("training.claim_materials_training");
    private static readonly Parameter<bool> OfAppraisal = Parameter.Rule("training.claim_materials_appraisal");

    /// <summary>Papers that the city asks for besides (市里补充的材料). Set by the operator.</summary>
    private static readonly Parameter<Terms<string>> TrainingOfCity = Parameter.Terms<string>("training.claim_materials_training_city");

    /// <inheritdoc cref="TrainingOfCity"/>
    private static readonly Parameter<Terms<string>> AppraisalOfCity = Parameter.Terms<string>("training.claim_materials_appraisal_city");

    /// <summary>Decides (认定).</summary>
    public static Decision<PaperList> Decide(ClaimMaterialsFacts facts, PolicyContext policy)
    {
        var isAppraisal = facts.Subsidy is { IsProven: true, Value: ClaimedSubsidy.Appraisal };
        var annex = policy.Get(isAppraisal ? OfAppraisal : OfTraining);
        var examined = Decision.On(Name, facts, policy)

            // 55号 第十二条  可采取个人申领、机构代领、企业申请的方式…职业培训补贴申请有关材料详见附件1，职业技能鉴定补贴申请有关材料详见附件2
            .When(policy.Get(Channels), Proposition.All(facts.Subsidy.IsEstablished(), facts.Claimant.IsEstablished()))

            // 55号 附件1  2.群体身份材料、3.证书；附件2  2.证书: which papers they are follows from the trainee and the certificate
            .AndIf(annex.IsSet, annex, facts.Certificate.IsEstablished())
            .AndIf(annex.IsSet && !isAppraisal, annex, facts.Trainee.IsEstablished());
        var papers = annex.IsSet && IsKnown(facts, isAppraisal) ? Needed(facts, policy.Get(isAppraisal ? AppraisalOfCity : TrainingOfCity)).ToList() : [];
        foreach (var (paper, rule) in papers)
        {
            examined = examined.And(rule ?? annex, paper.IsAtHand ? Fact.Known(paper.Name, true).IsEstablished() : Proposition.Unproven(paper.Name));
        }

        return examined.Answering(new PaperList([.. papers.Select(one => one.Paper)]));
    }

    private static bool IsKnown(ClaimMaterialsFacts facts, bool isAppraisal) =>
        facts.Subsidy.IsProven && facts.Claimant.IsProven && facts.Certificate.IsProven && (isAppraisal || facts.Trainee.IsProven);

    private static IEnumerable<(NeededPaper Paper, IDated? Rule)> Needed(ClaimMaterialsFacts facts, Dated<Terms<string>> ofCity)
    {
        var trainee = facts.Trainee.IsProven ? facts.Trainee.Value : default(Subsidies.SubsidyTrainee?);
        foreach (var (paper, manner) in AnnexPapers.Of(facts.Subsidy.Value, facts.Claimant.Value, trainee, facts.Certificate.Value))
        {
            var atHand = facts[paper];
            yield return (new(atHand.Name, manner, atHand.IsProven && AnnexPapers.Suffices(manner, atHand.Value)), null);
        }

        // 55号 附件1、附件2 备注2  设区的市可根据实际补充其他申请材料
        foreach (var name in ofCity.IsSet ? ofCity.Use.Value.Items.Select(item => item.ToString()) : [])
        {
            yield return (new(name, PaperManner.Upload, facts.Further.TryGetValue(name, out var form) && AnnexPapers.Suffices(PaperManner.Upload, form)), ofCity);
        }
    }
}
