using Npgsql;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Screenings;

/// <summary>Runs that are interrupted end with the bytes of a run that was not. The whole crash, with SIGKILL, is <c>./platform chaos screening</c>.</summary>
public sealed class ScreeningInterruptionTests(ScreeningFixture fixture) : IClassFixture<ScreeningFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_run_whose_connections_break_again_and_again_ends_with_the_same_bytes()
    {
        var day = new DateOnly(2020, 6, 20);
        var undisturbed = await fixture.RunAsync(day);
        var run = (await fixture.Client().StartScreeningAsync(ScreeningFixture.Request(day))).Screening.ScreeningId;
        foreach (var shards in new[] { 1, 8, 20 })
        {
            await Eventually.IsTrueAsync(async () => await fixture.DecidedShardsAsync(run) >= shards, Patience);
            await fixture.Database.ReadAsync<long>(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and application_name = 'stabilization' and pid <> pg_backend_pid()
                """);
        }

        var ended = await ScreeningFixture.EndedAsync(fixture.Client(), run);

        ended.Decided.ShouldBe(ScreeningFixture.Firms);
        (await fixture.HashAsync(run)).ShouldBe(await fixture.HashAsync(undisturbed.ScreeningId));
    }

    [Fact]
    public async Task Two_replicas_share_a_run_one_leaves_and_no_firm_is_done_twice()
    {
        var day = new DateOnly(2020, 6, 21);
        var undisturbed = await fixture.RunAsync(day);
        var second = fixture.NewReplica();
        var run = (await fixture.Client(second).StartScreeningAsync(ScreeningFixture.Request(day))).Screening.ScreeningId;
        await Eventually.IsTrueAsync(async () => await fixture.DecidedShardsAsync(run) >= 5, Patience);
        await second.DisposeAsync();

        var ended = await ScreeningFixture.EndedAsync(fixture.Client(), run);

        (ended.Firms, ended.Decided).ShouldBe((ScreeningFixture.Firms, ScreeningFixture.Firms));
        (await fixture.HashAsync(run)).ShouldBe(await fixture.HashAsync(undisturbed.ScreeningId));
    }

    [Fact]
    public async Task A_firm_that_is_imported_during_a_run_belongs_to_the_next()
    {
        var day = new DateOnly(2020, 6, 22);
        var run = (await fixture.Client().StartScreeningAsync(ScreeningFixture.Request(day))).Screening.ScreeningId;
        var newcomer = ScreenedFirms.CodeOf(ScreeningFixture.Firms + 1);
        await fixture.Database.ReadAsync<long>(
            """
            insert into firm (credit_code, name, division, pool, industry, priority) values ($1, '新参保企业', '370102', '370100', 'C13', 1) returning id
            """,
            newcomer);
        try
        {
            (await ScreeningFixture.EndedAsync(fixture.Client(), run)).Decided.ShouldBe(ScreeningFixture.Firms);
            (await fixture.RunAsync(day, "370100")).Decided.ShouldBe((ScreeningFixture.Firms / 4) + 1);
        }
        finally
        {
            await fixture.Database.ReadAsync<long>("delete from firm where credit_code = $1 returning id", newcomer);
        }
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_decided_and_decides_nothing_more()
    {
        var run = (await fixture.Client().StartScreeningAsync(ScreeningFixture.Request(new(2020, 6, 23)))).Screening.ScreeningId;

        // Workers pass over a shard that somebody holds, so the run cannot end before it is cancelled.
        await using var connection = new NpgsqlConnection(fixture.Database.ConnectionString);
        await connection.OpenAsync();
        await using var holding = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select number from screening_shard where screening_id = $1 and number = 39 and decided_at is null for update", connection);
        hold.Parameters.Add(new() { Value = Guid.Parse(run) });
        (await hold.ExecuteScalarAsync()).ShouldBe(39);
        await Eventually.IsTrueAsync(async () => await fixture.DecidedShardsAsync(run) == 39, Patience);
        var cancelling = fixture.Client().CancelScreeningAsync(new() { ScreeningId = run });
        await Eventually.IsTrueAsync(async () => await fixture.Database.ReadAsync<long>("select count(*) from pg_locks where not granted and pid <> pg_backend_pid()") > 0, Patience);
        await holding.RollbackAsync();

        var cancelled = (await cancelling).Screening;

        (cancelled.State, cancelled.Decided).ShouldBe((ScreeningState.Cancelled, ScreeningFixture.Firms - 500));
        var ended = await ScreeningFixture.EndedAsync(fixture.Client(), run);
        (ended.State, ended.Decided).ShouldBe((ScreeningState.Cancelled, ScreeningFixture.Firms - 500));
        (await fixture.Database.ReadAsync<long>("select count(*) from screening_result where screening_id = $1", Guid.Parse(run))).ShouldBe(ended.Decided);
        (await fixture.Client().CancelScreeningAsync(new() { ScreeningId = run })).Screening.ShouldBe(ended);
    }
}
