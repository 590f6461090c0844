using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings.StartScreening;

/// <summary>Starts a run (发起筛查): cuts the firms known now into shards and wakes the workers.</summary>
internal sealed class StartScreeningHandler(
    StabilizationDbContext database, ParameterSet parameters, HandledRequests requests, IOptions<ScreeningOptions> options, TimeProvider time)
{
    public async Task<StartScreeningResponse> HandleAsync(StartScreeningRequest request, Caller caller, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var wanted = WantedScreening.Of(request, ChinaTime.DayOf(now));
        caller.DemandDivision(wanted.Region.Code);
        if (await requests.FindAsync<StartScreeningResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var id = Guid.CreateVersion7(now);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var screening = new StoredScreening
        {
            Id = id,
            Region = wanted.Region.Code,
            AsOf = wanted.AsOf,
            Kind = (short)wanted.Kind,
            ParameterVersion = parameters.Version,
            State = ScreeningStage.Running,
            RequestedBy = caller.Agency,
            StartedAt = now,
            Firms = await ScreeningStart.CutAsync((NpgsqlConnection)database.Database.GetDbConnection(), id, wanted.Region, options.Value.FirmsAShard, cancellation),
        };
        database.Add(screening);
        try
        {
            var answer = new StartScreeningResponse { Screening = screening.Answer() };
            return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: ScreeningMapping.OneRunning })
        {
            throw RpcErrors.FailedPrecondition("SCREENING_RUNNING", "同一地区、同一日期、同一类别的筛查正在进行，请等它完成，或终止后再发起");
        }
    }
}
