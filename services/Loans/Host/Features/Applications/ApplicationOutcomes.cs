using Wenye.Contracts.Loans.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Step = Wenye.Loans.Domain.Terms.LoanStep;

namespace Wenye.Loans.Features.Applications;

/// <summary>What becomes of an application at a party's step (办理结果).</summary>
internal sealed class ApplicationOutcomes(ApplicationDeadlines deadlines)
{
    /// <summary>Keeps what was decided (存档); hires only at the office, where they are decided.</summary>
    public static void Keep(Dossier dossier, ApplicationParty party, Assessment assessment)
    {
        foreach (var (person, hire, decision) in assessment.Decisions.Where(one => one.Hire == 0 || party == ApplicationParty.Office))
        {
            dossier.Keep(party, decision, person, hire);
        }
    }

    /// <summary>Refuses with the reason (不予办理): the applicant is to be told of it within its term, 25号 六.</summary>
    public void Refuse(Dossier dossier, ApplicationParty party, string reason, HandledBy by)
    {
        var on = ChinaTime.DayOf(by.At);
        (dossier.Row.RefusedBy, dossier.Row.RefusalReason, dossier.Row.RefusedOn) = (party, reason, on);
        deadlines.Start(dossier, Step.RefusalNotice, on);
        dossier.MoveTo(ApplicationState.Refused, by, reason);
    }

    /// <summary>Hands it on to the next party (转下一环节), whose term begins.</summary>
    public void HandOn(Dossier dossier, ApplicationState state, HandledBy by)
    {
        dossier.MoveTo(state, by);
        deadlines.Restart(dossier, ChinaTime.DayOf(by.At));
    }
}
