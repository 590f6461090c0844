using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>Runs and lines as callers see them (月度核算应答).</summary>
internal static class MonthAnswers
{
    public static MonthRun ToContract(this PostMonthRun run, long done) => new()
    {
        RunId = run.Id.ToString(),
        Division = run.Division,
        Month = PostFields.Month(run.Month),
        State = run.State,
        AsOf = run.AsOf.ToContract(),
        ParameterVersion = run.ParameterVersion,
        Placements = run.Placements,
        PlacementsDone = done,
        StartedAt = run.StartedAt.ToTimestamp(),
        EndedAt = run.EndedAt?.ToTimestamp(),
        PayableFen = run.PayableFen,
        ToRecoverFen = run.ToRecoverFen,
        UrbanFund = run.UrbanFund,
        Hash = run.Hash ?? "",
    };

    public static MonthTotal ToContract(PostMonthTotal total) => new()
    {
        Kind = total.Kind,
        Outcome = (Outcome)total.Outcome,
        Lines = total.Lines,
        PostSubsidyFen = total.PostFen,
        InsuranceSubsidyFen = total.InsuranceFen,
        BookedBeforeFen = total.BookedFen,
        PayableFen = total.PayableFen,
        ToRecoverFen = total.ToRecoverFen,
    };

    public static MonthLine ToContract(this KnownLine known, Caller caller) => new()
    {
        PlacementId = known.Line.PlacementId.ToString(),
        Kind = known.Placement.Kind,
        Division = known.Placement.Division,
        EmployerId = known.Placement.EmployerId.ToString(),
        EmployerName = known.Employer,
        PersonName = caller.SeesPeople() ? known.Person : Masked.Name(known.Person),
        Outcome = (Outcome)known.Line.Outcome,
        RefusedBy = { known.Line.RefusedBy ?? [] },
        ExitGrounds = { known.Line.ExitGrounds ?? [] },
        Missing = { known.Line.Missing ?? [] },
        PostSubsidyFen = known.Line.PostFen,
        InsuranceSubsidyFen = known.Line.InsuranceFen,
        BookedBeforeFen = known.Line.BookedFen,
        AmountFen = known.Line.AmountFen,
        PayableId = known.PayableId?.ToString() ?? "",
    };

    /// <summary>The run goes to a state (转入).</summary>
    public static void MoveTo(this PostMonthRun run, MonthRunState state, HandledBy by, string? what = null)
    {
        run.State = state;
        run.Steps.Add(new PostMonthStep { RunId = run.Id, State = state }.By(run.Steps.Count + 1, by, what));
    }
}
