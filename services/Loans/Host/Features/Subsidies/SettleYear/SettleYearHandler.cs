using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;

namespace Wenye.Loans.Features.Subsidies.SettleYear;

/// <summary>Starts the yearly settlement (年度清算), 25号 七: 财政部门会同人力资源社会保障部门根据预算编制安排，每年组织一次清算.</summary>
internal sealed class SettleYearHandler(LoansDbContext database, StartedRuns runs, HandledRequests requests, TimeProvider time)
{
    private const int LastQuarter = 4;

    public async Task<SettleYearResponse> HandleAsync(SettleYearRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        faults.Year(request.Year);
        runs.DemandPlace(faults, request.Division, "division");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        caller.DemandDivision(request.Division);
        var last = Quarter.Of(request.Year, LastQuarter);
        QuarterFields.DemandOver(last, ChinaTime.Today(time));
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await runs.TakeTurnAsync(cancellation);
        if (await requests.FindAsync<SettleYearResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var (run, claims) = await runs.StartAsync(new(request.Division, last, true, null, false), HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new SettleYearResponse { Run = run.ToContract(done: 0, claims.Select(claim => claim.Id)) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
