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
        var held = known.Classes.Where(one => one.State is not (ClassState.Cancelled or ClassState.Refused)).ToList();
        var isOver = held.TrueForAll(one => one.State is ClassState.Examined or ClassState.Accepted or ClassState.NotAccepted);
        var decision = ProjectPayout.Decide(
            new ProjectPayoutFacts
            {
                ContractAmount = Money.FromFen(funding.ContractFen!.Value),

                // 培训后就业率、培训合格率: known when every class that was not given up has its results.
                EmploymentRate = Fact.From(isOver ? known.EmploymentRate : null),
                PassRate = Fact.From(isOver ? PassRate(held) : null),
            },
            policy);

        // 55号 第六条(四)  培训实施后可先行拨付60%: once one of its classes began.
        var startedOn = known.Classes.Min(one => one.StartedOn);
        return new(
            [decision],
            decision.Result is { } paid && startedOn is { } ground ? [new(FundingStage.Advance, paid.Advance, ground, DueOn: null, IsPublic: true)] : [])
        {
            Settlement = held.Count == 0 ? new(Money.Zero, "班级均已取消")
                : decision.Result?.Total is { } total ? new(total, "55号 第六条(四)")
                : null,
        };
    }

    // Of a class that failed its acceptance nobody has passed.
    private static decimal? PassRate(List<TrainingClass> held) => held.Sum(one => one.Trainees) is > 0 and var trainees
        ? (decimal)held.Where(one => one.State != ClassState.NotAccepted).Sum(one => one.Passed) / trainees
        : null;
}
