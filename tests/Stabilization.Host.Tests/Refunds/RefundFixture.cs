using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Host.Tests.Screenings;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>A host on a database of its own; today is Friday 2020-07-10. Each test has a pool of its own, and so firms of its own.</summary>
public sealed class RefundFixture(StabilizationFixture shared) : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2020, 7, 10);

    // Cities of Shandong whose first district is xx02 and that print no rule of their own.
    private static readonly string[] Pools =
        ["370200", "370300", "370400", "370500", "370600", "370700", "370900", "371000", "371100", "371300", "371400", "371500", "371600", "371700"];

    private int taken;

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<StabilizationDbContext> Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await shared.Servers.CreateDatabaseAsync();
        Service = On(Today);
        await Service.Services.MigrateAsync<StabilizationDbContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
    }

    /// <summary>A replica on the same database on another day.</summary>
    public ServiceUnderTest<StabilizationDbContext> On(DateOnly day)
    {
        var settings = shared.Settings();
        settings["ConnectionStrings:stabilization"] = Database.ConnectionString;
        return new ServiceUnderTest<StabilizationDbContext>(settings, FixedClock.On(day.Year, day.Month, day.Day)).Start();
    }

    /// <summary>An office of a pool that no other test has, with the feeds of that pool complete and its fund well filled.</summary>
    public async Task<RefundOffice> NewOfficeAsync()
    {
        var office = new RefundOffice(this, Service, Pools[Interlocked.Increment(ref taken) - 1]);
        await office.ImportAsync(
            new() { Fund = new() { Pool = office.Pool, Month = "2019-12", BalanceFen = 9_000_000_000, MonthsCovered = "30" } },
            new() { Fund = new() { Pool = office.Pool, Month = "2020-06", BalanceFen = 9_000_000_000, MonthsCovered = "30" } },
            new() { Feed = new() { Pool = office.Pool, Year = 2019, Feed = Feed.Reductions, Complete = true } },
            new() { Feed = new() { Pool = office.Pool, Year = 2020, Feed = Feed.PastRefunds, Complete = true } },
            new() { BenefitStandard = new() { Division = office.County, From = new DateOnly(2019, 1, 1).ToContract(), MonthlyFen = 155_700 } });
        return office;
    }

    public string Token(string division, params string[] roles) => shared.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles);

    public static Task<Screening> EndedAsync(ScreeningService.ScreeningServiceClient client, string screeningId) => ScreeningFixture.EndedAsync(client, screeningId);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }
}
