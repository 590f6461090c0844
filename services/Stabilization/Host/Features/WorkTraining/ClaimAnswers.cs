using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Answer = Wenye.Contracts.Policy.V1.Answer;
using Firm = Wenye.Stabilization.Data.Firm;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Claims as callers see them (申领应答): decisions as they were stored, nothing of a person.</summary>
internal static class ClaimAnswers
{
    /// <summary>The claim with the decision of each month, without its history (申领).</summary>
    public static Claim ToContract(this TrainingClaim claim, Firm firm) => new()
    {
        ClaimId = claim.Id.ToString(),
        CreditCode = firm.CreditCode,
        Name = firm.Name,
        Division = claim.Division,
        Kind = claim.Kind,
        AppliedOn = claim.AppliedOn.ToContract(),
        State = claim.State,
        Months = { claim.Months.OrderBy(month => month.Month).Select(ToContract) },
        AmountFen = claim.AmountFen,
        PayableId = claim.PayableId?.ToString() ?? "",
        Size = StoredDecisions.ToContract(claim.SizeDecision),
    };

    /// <summary>The claim with its history (申领及环节); operators and notes only for those who handle claims.</summary>
    public static Claim WithSteps(this TrainingClaim claim, Firm firm, Caller caller)
    {
        var answer = claim.ToContract(firm);
        var handles = caller.Roles.Contains(Roles.Stabilization) || caller.Reviews();
        answer.Steps.Add(claim.Steps.Select(step => new ClaimStep
        {
            State = step.State,
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = handles ? step.Operator ?? "" : "",
            Note = handles ? step.Note ?? "" : "",
        }));
        return answer;
    }

    /// <summary>Whether the caller reviews claims (是否审核).</summary>
    public static bool Reviews(this Caller caller) => caller.Roles.Contains(Roles.StabilizationReviewer);

    private static MonthDecision ToContract(TrainingMonth month) => new()
    {
        Month = YearMonth.Of(month.Month).ToString(),
        Trainees = month.Trainees,
        NotCounted = { month.Roster.Where(person => !person.Counts).OrderBy(person => person.Line).Select(ToContract) },
        AmountFen = month.AmountFen,
        Outcome = month.Outcome,
        Decision = StoredDecisions.ToContract(month.Decision),
    };

    private static TraineeNotCounted ToContract(TrainingPerson person)
    {
        var decision = StoredDecisions.ToContract(person.Decision);
        return new()
        {
            Line = person.Line,
            Outcome = person.Outcome,
            Clauses = { decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => finding.Clause).Distinct() },
            MissingFacts = { decision.MissingFacts },
            RejectedBecause = person.RejectedBecause ?? "",
        };
    }
}
