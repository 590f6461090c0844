using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications.SubmitApplication;

/// <summary>Applies (申请): the office's term begins.</summary>
internal sealed class SubmitApplicationHandler(
    LoansDbContext database, Borrowers borrowers, BorrowerRegisters registers, Assessments assessments, ApplicationDeadlines deadlines, ApplicationAnswers answers,
    HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<SubmitApplicationResponse> HandleAsync(SubmitApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        ApplicationInput.Demand(request, fields);
        caller.DemandDivision(request.Division);
        var said = await registers.AskAsync(request.Borrowers.Select(one => one.IdNumber).Concat(request.Firm?.Hires.Select(hire => hire.IdNumber) ?? []), cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await borrowers.HoldFirmAsync(request.Firm?.CreditCode, cancellation);
        var people = await borrowers.HoldAsync([.. request.Borrowers.Select(one => (one.Name, one.IdNumber))], cancellation);
        if (await requests.FindAsync<SubmitApplicationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await DemandNoneOpenAsync([.. people.Select(person => person.Id)], request.Firm?.CreditCode, cancellation);
        var dossier = Open(request, people);
        BorrowerRegisters.Enter(dossier, said);
        dossier.MoveTo(ApplicationState.Submitted, HandledBy.Of(request.Handling, caller, time));
        deadlines.Restart(dossier, fields.Today);
        var missing = (await assessments.AssessAsync(dossier, fields.Today, null, cancellation)).MissingBut(Assessment.AfterOffice);
        database.Add(dossier.Save().Row);
        var answer = new SubmitApplicationResponse
        {
            Application = await answers.WithNewAsync(dossier, caller, cancellation), Missing = { missing.Select(ApplicationAnswers.Of) },
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // One application at a time, of a person in whatever part, and of a firm: the locks order two that come at once.
    private async Task DemandNoneOpenAsync(Guid[] people, string? firm, CancellationToken cancellation)
    {
        if (await database.Set<LoanApplication>().AnyAsync(
            one => Dossier.OpenStates.Contains(one.State) && (one.People.Any(person => people.Contains(person.PersonId)) || (firm != null && one.CreditCode == firm)),
            cancellation))
        {
            throw RpcErrors.FailedPrecondition("APPLICATION_OPEN", "申请人、合伙人或企业已有在办的创业担保贷款申请，请待其办结或撤回后再申请");
        }
    }

    private Dossier Open(SubmitApplicationRequest request, IReadOnlyList<Person> people)
    {
        var row = new LoanApplication
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Kind = request.Kind,
            Division = request.Division,
            AppliedOn = fields.Today,
            State = ApplicationState.Submitted,
            RequestedFen = request.RequestedFen,
            TermMonths = request.TermMonths,
            Use = request.Use,
            CreditCode = request.Firm?.CreditCode,
        };
        foreach (var (person, position) in people.Select((person, i) => (person, i + 1)))
        {
            row.People.Add(new ApplicationPerson { ApplicationId = row.Id, PersonId = person.Id, Position = position });
        }

        return new Dossier(row, ApplicationFiling.New(request), people, decided: 0);
    }
}
