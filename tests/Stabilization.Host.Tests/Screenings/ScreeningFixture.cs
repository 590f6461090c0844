using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Screenings;

/// <summary>A host on a database of its own with <see cref="ScreenedFirms"/>, cut into shards of 500 firms.</summary>
public sealed class ScreeningFixture(StabilizationFixture shared) : IAsyncLifetime
{
    public const int Firms = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<StabilizationDbContext> Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await shared.Servers.CreateDatabaseAsync();
        Service = NewReplica();
        await Service.Services.MigrateAsync<StabilizationDbContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
        await ScreenedFirms.SeedAsync(Database.ConnectionString, Firms);
    }

    /// <summary>A further replica on the same database, listening.</summary>
    public ServiceUnderTest<StabilizationDbContext> NewReplica()
    {
        var settings = shared.Settings();
        settings["ConnectionStrings:stabilization"] = Database.ConnectionString;
        settings["Screening:FirmsAShard"] = "500";
        return new ServiceUnderTest<StabilizationDbContext>(settings, FixedClock.On(2020, 7, 10)).Start();
    }

    /// <summary>Screening as a new agency of this division.</summary>
    public ScreeningService.ScreeningServiceClient Client(string division = "370000", params string[] roles) => Client(Service, division, roles);

    public ScreeningService.ScreeningServiceClient Client(ServiceUnderTest<StabilizationDbContext> replica, string division = "370000", params string[] roles) =>
        new(replica.Calls(shared.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles is [] ? [Roles.Stabilization] : roles)));

    /// <summary>A request for the province's general refunds as of a day.</summary>
    public static StartScreeningRequest Request(DateOnly asOf, string region = "370000", RefundKind kind = RefundKind.General) =>
        new() { RequestId = $"{Guid.CreateVersion7():n}", Region = region, AsOf = asOf.ToContract(), Kind = kind };

    /// <summary>Runs to the end.</summary>
    public async Task<Screening> RunAsync(DateOnly asOf, string region = "370000", RefundKind kind = RefundKind.General)
    {
        var started = await Client().StartScreeningAsync(Request(asOf, region, kind));
        return await EndedAsync(Client(), started.Screening.ScreeningId);
    }

    /// <summary>Waits until the run's results can be read, however often the service is away meanwhile.</summary>
    public static async Task<Screening> EndedAsync(ScreeningService.ScreeningServiceClient client, string screeningId)
    {
        Screening? screening = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    screening = (await client.GetScreeningAsync(new() { ScreeningId = screeningId })).Screening;
                    return screening.EndedAt is not null;
                }
                catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.Internal)
                {
                    return false;
                }
            },
            Patience);
        return screening!;
    }

    /// <summary>Shards that are decided.</summary>
    public Task<long> DecidedShardsAsync(string screeningId) => Database.ReadAsync<long>(
        "select count(*) from screening_shard where screening_id = $1 and decided_at is not null", Guid.Parse(screeningId));

    /// <summary>A hash over every byte of every result but the run's own id, and over totals and legend.</summary>
    public Task<string> HashAsync(string screeningId) => Database.ReadAsync<string>(
        """
        select md5(
            (select string_agg(md5((credit_code, firm_id, division, outcome, amount_fen, facts, trace, refused_by, missing)::text), '' order by credit_code)
                from screening_result where screening_id = $1)
            || (select tally::text || firms from screening where id = $1)
            || (select string_agg(code || legend, '' order by code) from screening_shape where screening_id = $1))
        """,
        Guid.Parse(screeningId));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }
}
