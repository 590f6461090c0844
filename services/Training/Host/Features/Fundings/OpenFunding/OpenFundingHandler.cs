using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Claims;
using Wenye.Training.Features.Classes;
using Wenye.Training.Features.Fundings.Deciding;
using Wenye.Training.Features.Institutions;
using Funding = Wenye.Training.Data.Funding;
using FundingClass = Wenye.Training.Data.FundingClass;

namespace Wenye.Training.Features.Fundings.OpenFunding;

/// <summary>Opens a funding (登记资金安排), decided at once with what is known.</summary>
internal sealed class OpenFundingHandler(
    TrainingDbContext database, FundingFactsReader facts, FundingDecisions decisions, NamedApprentices apprentices, People people, HandledRequests requests, TimeProvider time)
{
    public async Task<OpenFundingResponse> HandleAsync(OpenFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        var ids = OpenFaults.Demand(request);

        // Registration is asked before anything is locked.
        var employed = await apprentices.EmployedAsync([.. ApprenticeNames.Of(request).Select(one => one.IdNumber)], request.Firm?.CreditCode ?? "", cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await database.HoldClassesAsync(ids, cancellation);
        if (await requests.FindAsync<OpenFundingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var funding = await NewAsync(request, caller, cancellation);
        await database.DemandPayableAsync(held, request, cancellation);
        var named = await people.TakeTurnsAsync(await database.TraineesOfAsync(ids, cancellation), ApprenticeNames.Of(request), cancellation);
        await database.DemandUnclaimedAsync(ids, cancellation);
        AddParts(funding, request, ids);
        ApprenticeNames.AddTo(funding, request, named, employed);
        await apprentices.DecideAsync(funding, cancellation);
        var known = await facts.ReadAsync(funding, cancellation);
        var outcome = decisions.Take(funding, known);
        var by = HandledBy.Of(request.Handling, caller, time);
        funding.MoveTo(outcome.Outcome == Outcome.Refused ? FundingState.Refused : FundingState.Open, by, "登记资金安排");
        foreach (var one in funding.Classes)
        {
            one.Pays = funding.State != FundingState.Refused;
        }

        database.Add(funding);
        var answer = new OpenFundingResponse { Funding = funding.WithClauses(known) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Funding> NewAsync(OpenFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.Kind == FundingKind.Apprenticeship)
        {
            var firm = request.Firm;
            caller.DemandDivision(firm.Division);
            return New(request, firm.Division, firm.CreditCode, firm.Name, null, firm);
        }

        var institution = await database.LoadInstitutionAsync(Guid.Parse(request.InstitutionId), caller, cancellation);
        await database.HoldFiledAsync(institution.Id, cancellation);
        return New(request, institution.Division, institution.CreditCode, institution.Name, institution.Id, null);
    }

    private Funding New(OpenFundingRequest request, string division, string creditCode, string name, Guid? institution, ApprenticeFirm? firm) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Kind = request.Kind,
        Division = division,
        InstitutionId = institution,
        CreditCode = creditCode,
        PayeeName = name,
        BankAccount = firm?.BankAccount is { Length: > 0 } account ? account : null,
        BankName = firm?.BankName is { Length: > 0 } bank ? bank : null,
        OpenedOn = ChinaTime.Today(time),
        State = FundingState.Open,
        ContractNumber = request.Kind == FundingKind.Project ? request.ContractNumber : null,
        ContractFen = request.Kind == FundingKind.Project ? request.ContractFen : null,
        Targets = [.. request.Targets],
        RequestedFen = request.Kind == FundingKind.Advance ? request.RequestedFen : null,
        EpidemicPeriod = request.HasEpidemicPeriod ? request.EpidemicPeriod : null,
    };

    private static void AddParts(Funding funding, OpenFundingRequest request, Guid[] classes)
    {
        foreach (var id in classes)
        {
            funding.Classes.Add(new FundingClass { FundingId = funding.Id, ClassId = id });
        }

        foreach (var (line, index) in request.Apprentices.Select((line, index) => (line, index)))
        {
            funding.Apprentices.Add(new FundingApprentices
            {
                FundingId = funding.Id,
                Line = index + 1,
                Kind = line.Kind,
                People = line.People,
                Occupation = line.Occupation.Occupation,
                Level = line.Occupation.Level,
                Years = ApprenticePlanFaults.Years(line),
                StartedOn = line.StartedOn.ToDay(),
                StandardFen = line.StandardFen,
                CostlyOrUrgent = line.HasCostlyOrUrgent ? line.CostlyOrUrgent : null,
            });
        }
    }
}
