using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Funding = Wenye.Training.Data.Funding;
using FundingStep = Wenye.Training.Data.FundingStep;

namespace Wenye.Training.Features.Fundings;

/// <summary>Keeps who did what to a funding, when and why (办理环节).</summary>
internal static class FundingSteps
{
    /// <summary>The funding goes to a state, or something is done in the one it is in (转入).</summary>
    public static void MoveTo(this Funding funding, FundingState state, HandledBy by, string what)
    {
        funding.State = state;
        funding.Steps.Add(new FundingStep { FundingId = funding.Id, State = state }.By(funding.Steps.Count + 1, by, what));
    }

    /// <summary>A stage as offices say it (环节名称).</summary>
    public static string NameOf(FundingStage stage) => stage switch
    {
        FundingStage.Advance => "先行拨付",
        FundingStage.Start => "开班后预拨",
        FundingStage.Half => "过半拨付",
        FundingStage.Rest => "剩余资金",
        _ => "清算余款",
    };
}
