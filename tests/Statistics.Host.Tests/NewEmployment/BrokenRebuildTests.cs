using Grpc.Core;
using MassTransit;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>A rebuild that stops in the middle changes no figure. The test has a database and a virtual host of its own.</summary>
public sealed class BrokenRebuildTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture), IAsyncLifetime
{
    private const string From = "2020-08";
    private const string To = "2021-12";

    private TestDatabase database = null!;
    private TestVirtualHost broker = null!;
    private ServiceUnderTest<StatisticsDbContext> service = null!;
    private IBusControl bus = null!;

    public async ValueTask InitializeAsync()
    {
        database = await Fixture.Servers.CreateDatabaseAsync();
        broker = await Fixture.Servers.CreateVirtualHostAsync();
        service = NewService().Start();
        await service.Services.MigrateAsync<StatisticsDbContext>(CancellationToken.None);
        bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(broker.Uri));
        await bus.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bus.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_rebuild_that_is_broken_off_changes_nothing_and_the_next_one_rights_everything()
    {
        foreach (var told in EmploymentEvents.Lives(seed: 14, "3756", people: 30))
        {
            await bus.Publish(told, told.GetType(), TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(
            async () => await database.ReadAsync<bool>("select exists (select from employment_verdict) and not exists (select from person_to_judge)"), TimeSpan.FromMinutes(2));
        await Eventually.IsTrueAsync(async () => (await Calls.RebuildNewEmploymentAsync(new())) is { DifferingRecords: 0, DifferingFigures: 0, WaitingPeople: 0 }, TimeSpan.FromMinutes(2));
        var right = await ShownAsync();
        await database.ReadAsync<string>(
            "update employment_verdict set outcome = 'counted', ground = '伪 造' where employment_id in (select employment_id from employment_verdict order by 1 limit 3) returning outcome");
        await database.ReadAsync<long>("delete from new_employment_count where (division, period, outcome, ground) = (select division, period, outcome, ground from new_employment_count order by 1, 2, 3, 4 limit 1) returning records");
        var wrong = await ShownAsync();
        wrong.ShouldNotBe(right);

        // Somebody holds a figure, so that the rebuild stands still when it has written the verdicts; there it is killed. Figures are read meanwhile.
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand("select * from new_employment_count for update", connection);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var broken = Calls.RebuildNewEmploymentAsync(new()).ResponseAsync;
            await Eventually.IsTrueAsync(async () => await database.ReadAsync<long>(Waiting) == 1);
            (await ShownAsync()).ShouldBe(wrong);
            await database.ReadAsync<bool>($"select pg_terminate_backend(pid) from ({Waiting.Replace("count(*)", "pid", StringComparison.Ordinal)}) as rebuild");
            await Should.ThrowAsync<RpcException>(broken);
        }

        (await ShownAsync()).ShouldBe(wrong);
        (await Calls.RebuildNewEmploymentAsync(new())).DifferingRecords.ShouldBe(3);
        (await ShownAsync()).ShouldBe(right);
        var again = await Calls.RebuildNewEmploymentAsync(new());
        (again.DifferingRecords, again.DifferingFigures).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Made_anew_every_verdict_stands_under_every_index_and_one_broken_off_in_between_leaves_them_all()
    {
        foreach (var told in EmploymentEvents.Lives(seed: 15, "3757", people: 30))
        {
            await bus.Publish(told, told.GetType(), TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(
            async () => await database.ReadAsync<bool>("select exists (select from employment_verdict) and not exists (select from person_to_judge)"), TimeSpan.FromMinutes(2));
        await Eventually.IsTrueAsync(async () => (await Calls.RebuildNewEmploymentAsync(new())) is { DifferingRecords: 0, DifferingFigures: 0, WaitingPeople: 0 }, TimeSpan.FromMinutes(2));
        var (right, indexes) = (await ShownAsync(), await database.ReadAsync<string>(Indexes));
        var records = await database.ReadAsync<long>("with gone as (delete from employment_verdict returning 1) select count(*) from gone");

        // It stands still with its verdicts written and its indexes gone, and is killed there.
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand("select * from new_employment_count for update", connection);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var broken = Calls.RebuildNewEmploymentAsync(new()).ResponseAsync;
            await Eventually.IsTrueAsync(async () => await database.ReadAsync<long>(Waiting) == 1);
            (await database.ReadAsync<bool>("select exists (select from pg_locks where relation = 'ix_employment_verdict_asked'::regclass and mode = 'AccessExclusiveLock')")).ShouldBeTrue();
            await database.ReadAsync<bool>($"select pg_terminate_backend(pid) from ({Waiting.Replace("count(*)", "pid", StringComparison.Ordinal)}) as rebuild");
            await Should.ThrowAsync<RpcException>(broken);
        }

        await Eventually.IsTrueAsync(async () => await database.ReadAsync<string>(Indexes) == indexes);
        (await database.ReadAsync<long>("select count(*) from employment_verdict")).ShouldBe(0);
        (await Calls.RebuildNewEmploymentAsync(new())).DifferingRecords.ShouldBe(records);
        (await database.ReadAsync<string>(Indexes)).ShouldBe(indexes);
        (await ShownAsync()).ShouldBe(right);
        (await Calls.RebuildNewEmploymentAsync(new())).DifferingRecords.ShouldBe(0);
    }

    private const string Indexes = "select string_agg(indexdef, ';' order by indexname) from pg_indexes where tablename = 'employment_verdict'";

    private const string Waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%DELETE FROM new_employment_count%'";

    private NewEmploymentService.NewEmploymentServiceClient Calls =>
        new(service.Calls(Fixture.Issuer.Token("statistics-office", "370000", Roles.Statistician, Roles.Province)));

    private ServiceUnderTest<StatisticsDbContext> NewService() => new(new Dictionary<string, string>(PersonalDataKeys.Fresh(), StringComparer.Ordinal)
    {
        ["ConnectionStrings:statistics"] = database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
        ["Auth:Authority"] = Fixture.Issuer.Authority,
        ["Auth:RequireHttpsMetadata"] = "false",
    });

    private async Task<List<string>> ShownAsync() =>
        NotEmpty((await Calls.ListNewEmploymentAsync(new() { Division = "370000", FromPeriod = From, ToPeriod = To, Breakdown = Breakdown.Below })).Figures);

    // A figure that was raised and lowered again stays as zero, one that never was is not there.
    private static List<string> NotEmpty(IEnumerable<NewEmploymentFigure> figures) =>
        [.. figures.Where(figure => figure.NewWorkers + figure.Asked + figure.Excluded.Count > 0).Select(figure => figure.ToString())];
}
