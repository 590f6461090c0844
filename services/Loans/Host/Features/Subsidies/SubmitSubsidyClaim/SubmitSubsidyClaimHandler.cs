using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.SubmitSubsidyClaim;

/// <summary>A bank claims its quarter (按季申请贴息), 25号 七: 由经办金融机构按季计算汇总向人力资源社会保障部门提出贴息申请.</summary>
internal sealed class SubmitSubsidyClaimHandler(LoansDbContext database, CallingPartner partners, StartedRuns runs, HandledRequests requests, TimeProvider time)
{
    public async Task<SubmitSubsidyClaimResponse> HandleAsync(
        IAsyncStreamReader<SubmitSubsidyClaimRequest> messages, Caller caller, CancellationToken cancellation)
    {
        var bank = await partners.DemandAsync(PartnerKind.Bank, caller, cancellation);
        var request = await ClaimStream.ReadAsync(messages, cancellation);
        var faults = new RequestFaults();
        var quarter = faults.Quarter(request.Quarter);
        runs.DemandPlace(faults, request.Pool, "pool");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        QuarterFields.DemandOver(quarter, ChinaTime.Today(time));
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await runs.TakeTurnAsync(cancellation);
        if (await requests.FindAsync<SubmitSubsidyClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var wanted = new WantedRun(request.Pool, quarter, false, bank.Id, request.Figures.Count > 0);
        var (run, claims) = await runs.StartAsync(wanted, HandledBy.Of(request.Handling, caller, time), cancellation);
        var figures = request.Figures.Select(one => new StoredSubsidyFigure { ClaimId = claims[0].Id, ContractNumber = one.ContractNumber, ToldFen = one.ToldFen });
        await new RowTable<StoredSubsidyFigure>(database.Model).CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. figures], cancellation);
        var answer = new SubmitSubsidyClaimResponse { Run = run.ToContract(done: 0, claims.Select(claim => claim.Id)) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
