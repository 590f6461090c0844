using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Domain.Projects;
using Funding = Wenye.Training.Data.Funding;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>A project (项目制培训), 55号 第六条(四).</summary>
internal static class ProjectFunding
{
    public static FundingOutcome Decide(Funding funding, FundingFacts known, PolicyContext policy)
    {
        var decision = ProjectPayout.Decide(
            new ProjectPayoutFacts
            {
                ContractAmount = Money.FromFen(funding.ContractFen!.Value),
                EmploymentRate = Fact.From(known.EmploymentRate),
                PassRate = Fact.From(PassRate(known.Classes)),
            },
            policy);

        // 55号 第六条(四)  培训实施后可先行拨付60%: once one of its classes began.
        var startedOn = known.Classes.Min(one => one.StartedOn);
        return new(
            [decision],
            decision.Result is { } paid && startedOn is { } ground ? [new(FundingStage.Advance, paid.Advance, ground, DueOn: null, IsPublic: true)] : [])
        {
            Settlement = decision.Result?.Total is { } total ? new(total, "55号 第六条(四)") : null,
        };
    }

    // Known when every class that was not given up has its results; who failed the acceptance has trained nobody.
    private static decimal? PassRate(IEnumerable<TrainingClass> classes)
    {
        var held = classes.Where(one => one.State is not (ClassState.Cancelled or ClassState.Refused)).ToList();
        var trainees = held.Sum(one => one.Trainees);
        return trainees > 0 && held.All(one => one.State is ClassState.Examined or ClassState.Accepted or ClassState.NotAccepted)
            ? (decimal)held.Where(one => one.State != ClassState.NotAccepted).Sum(one => one.Passed) / trainees
            : null;
    }
}
