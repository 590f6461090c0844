using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Cases as callers see them (案件应答).</summary>
internal static class RefundAnswers
{
    /// <summary>The case without its history (案件摘要).</summary>
    public static Contract.RefundCase ToContract(this RefundCase refund, Data.Firm firm, Caller caller) => new()
    {
        CaseId = refund.Id.ToString(),
        ScreeningId = refund.ScreeningId.ToString(),
        CreditCode = firm.CreditCode,
        Name = firm.Name,
        Division = refund.Division,
        Kind = refund.Kind,
        Year = refund.Year,
        AmountFen = refund.AmountFen,
        TopUp = refund.TopUp,
        State = refund.State,
        PayableId = refund.PayableId?.ToString() ?? "",
        ToRecoverFen = refund.ToRecoverFen,
        DeductedFen = refund.DeductedFen,
        RecoveryScreeningId = refund.RecoveryScreeningId?.ToString() ?? "",
        RecoveryGround = refund.RecoveryGround ?? "",
        Opinions =
        {
            refund.Opinions.OrderBy(opinion => opinion.Department).Select(opinion => new DepartmentOpinion
            {
                Department = opinion.Department,
                Agrees = opinion.Agrees,
                Text = HandlesRefunds(caller) ? opinion.Text ?? "" : "",
                GivenAt = opinion.GivenAt.ToTimestamp(),
            }),
        },
    };

    /// <summary>The case with its history (案件及环节); operators and notes only for those who handle refunds.</summary>
    public static Contract.RefundCase WithSteps(this RefundCase refund, Data.Firm firm, Caller caller)
    {
        var answer = refund.ToContract(firm, caller);
        answer.Steps.Add(refund.Steps.Select(step => new RefundStep
        {
            State = step.State,
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = HandlesRefunds(caller) ? step.Operator ?? "" : "",
            Note = HandlesRefunds(caller) ? step.Note ?? "" : "",
        }));
        return answer;
    }

    // The portal that firms use sees the case, not who at the offices said what.
    private static bool HandlesRefunds(Caller caller) =>
        caller.Roles.Contains(Roles.Stabilization) || caller.Roles.Contains(Roles.StabilizationReviewer);
}
