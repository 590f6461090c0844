using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.StartSubsidyRun;

/// <summary>Starts the quarter of a place over all its banks (按季计算贴息), 鲁财金〔2020〕25号 七.</summary>
internal sealed class StartSubsidyRunHandler(LoansDbContext database, StartedRuns runs, HandledRequests requests, TimeProvider time)
{
    public async Task<StartSubsidyRunResponse> HandleAsync(StartSubsidyRunRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var quarter = faults.Quarter(request.Quarter);
        runs.DemandPlace(faults, request.Division, "division");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        caller.DemandDivision(request.Division);
        QuarterFields.DemandOver(quarter, ChinaTime.Today(time));
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await runs.TakeTurnAsync(cancellation);
        if (await requests.FindAsync<StartSubsidyRunResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var (run, claims) = await runs.StartAsync(new(request.Division, quarter, false, null, false), by, cancellation);
        var answer = new StartSubsidyRunResponse { Run = run.ToContract(done: 0, claims.Select(claim => claim.Id)) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
