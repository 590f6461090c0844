using System.Text;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Domain.Platforms;
using PlatformEvaluation = Wenye.Contracts.Training.V1.PlatformEvaluation;

namespace Wenye.Training.Features.Institutions;

/// <summary>Decides whether an online platform enters the catalogue and stays there (线上平台遴选与综合评价), 鲁人社字〔2020〕72号.</summary>
internal sealed class PlatformStandings(ParameterSet parameters, TimeProvider time)
{
    /// <summary>On its filing (遴选), 二(一); what was not said is not established.</summary>
    public Decision Select(string division, PlatformQualities? found) => PlatformStanding.Decide(
        new PlatformStandingFacts
        {
            Review = PlatformReview.Selection,
            LawfulAndReputable = Fact.From(found is { HasLawfulAndReputable: true } ? found.LawfulAndReputable : (bool?)null),
            TechnicallyAble = Fact.From(found is { HasTechnicallyAble: true } ? found.TechnicallyAble : (bool?)null),
            QualityControlled = Fact.From(found is { HasQualityControlled: true } ? found.QualityControlled : (bool?)null),
            RealNamesRecorded = Fact.From(found is { HasRealNamesRecorded: true } ? found.RealNamesRecorded : (bool?)null),
        },
        Policy(division));

    /// <summary>On an evaluation of one that is on file (综合评价), 三(三).</summary>
    public Decision Evaluate(string division, PlatformEvaluation? found) => PlatformStanding.Decide(
        new PlatformStandingFacts
        {
            Review = PlatformReview.Evaluation,
            Filed = true,
            Dormant = Fact.From(found is { HasDormant: true } ? found.Dormant : (bool?)null),
            CoursesStale = Fact.From(found is { HasCoursesStale: true } ? found.CoursesStale : (bool?)null),
            SupervisionWeak = Fact.From(found is { HasSupervisionWeak: true } ? found.SupervisionWeak : (bool?)null),
        },
        Policy(division));

    /// <summary>A decision as it is kept with the platform (存档).</summary>
    public static Data.PlatformEvaluation Keep(Decision decision, Guid platform) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = platform,
        EvaluatedOn = decision.Policy.AsOf,
        Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
    };

    private PolicyContext Policy(string division) => parameters.At(Division.Parse(division), ChinaTime.Today(time));
}
