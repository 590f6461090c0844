using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Terms;
using Wenye.Policy;
using Step = Wenye.Loans.Domain.Terms.LoanStep;

namespace Wenye.Loans.Features.Applications;

/// <summary>Until when each party must have done its step (各方办理时限), 鲁财金〔2020〕25号 六, 鲁人社字〔2020〕27号 附件2.</summary>
internal sealed class ApplicationDeadlines(Assessments assessments)
{
    /// <summary>The term of a step begins (起算); no document sets one: none runs.</summary>
    public void Start(Dossier dossier, Step step, DateOnly from)
    {
        var decision = LoanDeadline.Decide(new LoanDeadlineFacts { Step = step, From = from }, assessments.Policy(dossier, from));
        dossier.Row.Due = decision.Outcome == Outcome.Granted ? decision.Result!.Due : null;
        dossier.Keep(PartyOf(step, dossier.Row.State), decision);
    }

    /// <summary>That of the state it is in begins anew (重新起算).</summary>
    public void Restart(Dossier dossier, DateOnly from) => Start(
        dossier,
        dossier.Row.State switch
        {
            ApplicationState.Submitted => Step.Qualification,
            ApplicationState.Qualified => Step.DueDiligence,
            _ => Step.Disbursement,
        },
        from);

    private static ApplicationParty PartyOf(Step step, ApplicationState state) => step switch
    {
        Step.Qualification => ApplicationParty.Office,
        Step.DueDiligence => ApplicationParty.Guarantor,
        Step.Disbursement => ApplicationParty.Bank,
        _ => PartyAt(state),
    };

    /// <summary>At whom an application of a state is (办理方).</summary>
    public static ApplicationParty PartyAt(ApplicationState state) => state switch
    {
        ApplicationState.Submitted or ApplicationState.Incomplete => ApplicationParty.Office,
        ApplicationState.Qualified => ApplicationParty.Guarantor,
        ApplicationState.Guaranteed or ApplicationState.Checked or ApplicationState.Contracted => ApplicationParty.Bank,
        _ => ApplicationParty.Unspecified,
    };
}
