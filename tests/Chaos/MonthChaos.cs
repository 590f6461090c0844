using System.Diagnostics;
using System.Globalization;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>A month of people in post that is killed in mid-run, service and PostgreSQL, beside one that is not: the books must be the same, and a second run pays nothing.</summary>
internal sealed class MonthChaos(RunSystem system, TextWriter output)
{
    public const int UsualPosts = 300_000;

    // However small the run, it is killed between shards.
    private const int Shards = 150;
    private const int LeastAShard = 50;

    private readonly PatientCalls office = new([.. system.Replicas.Select(replica => replica.Address)], () => system.Issuer.Token("chaos", PlacedPosts.City, "welfare-posts"));
    private readonly PatientCalls reviewer =
        new([.. system.Replicas.Select(replica => replica.Address)], () => system.Issuer.Token("chaos-reviewer", PlacedPosts.City, "welfare-posts-reviewer"));

    /// <summary>Starts the system, runs and tells; true when the interrupted run ended with the books of the other and was paid once.</summary>
    public static async Task<bool> RunAsync(int posts, TextWriter output)
    {
        await using var registers = await BorrowerRegisters.StartAsync();
        await using var system = await RunSystem.StartAsync(
            "WelfarePosts",
            (database, keys) => PlacedPosts.SeedAsync(database, posts, keys),
            ("services__registration__http__0", registers.Address.ToString()),
            ("ServiceClient__Id", "service-welfare-posts"),
            ("PostMonths__PlacementsAShard", $"{Math.Max(LeastAShard, posts / Shards)}"));
        return await new MonthChaos(system, output).RunAsync(posts);
    }

    private async Task<bool> RunAsync(int posts)
    {
        output.WriteLine($"{posts:N0} people in post, {system.Replicas.Count} replicas; kill -9 of a replica, of PostgreSQL and of both replicas at once in mid-run");
        var undisturbed = await EndedAsync("undisturbed", await StartAsync(), Stopwatch.GetTimestamp());
        await ReviewAsync(undisturbed, "发生中断的对照");
        var started = Stopwatch.GetTimestamp();
        var run = await StartAsync();
        var shards = await system.ReadAsync<long>($"select count(*) from post_month_shard where run_id = '{run}'");
        await system.KillInMidRunAsync(
            shards, () => system.ReadAsync<long>($"select count(*) from post_month_shard where run_id = '{run}' and decided_at is not null"), output);
        var interrupted = await EndedAsync("interrupted", run, started);
        var same = undisturbed.Hash == interrupted.Hash && interrupted.Totals.Sum(total => total.Lines) == posts && Totals(undisturbed) == Totals(interrupted);
        same &= await PayAsync(interrupted);
        started = Stopwatch.GetTimestamp();
        var second = await EndedAsync("second", await StartAsync(), started);
        same &= (second.PayableFen, second.ToRecoverFen) == (0, 0);
        output.WriteLine(same
            ? "PASSED: the interrupted run has everyone once and the other's books; what it sums up to is payable; the second run of the month pays nothing."
            : "FAILED: the runs differ.");
        return same;
    }

    private async Task<bool> PayAsync(MonthRun run)
    {
        var started = Stopwatch.GetTimestamp();
        await ReviewAsync(run, because: "");
        var payables = await system.ReadAsync<long>("select count(*) from payable");
        var booked = await system.ReadAsync<long>("select coalesce(sum(amount_fen), 0)::bigint from payable");
        output.WriteLine($"booked: {payables:N0} payables of {booked:N0} fen in {Seconds(started)} s");
        return booked == run.PayableFen;
    }

    private async Task<string> StartAsync()
    {
        var request = new StartMonthRunRequest { RequestId = $"{Guid.CreateVersion7():n}", Division = PlacedPosts.City, Month = "2020-09", Handling = By("虚构经办") };
        return (await office.CallAsync((invoker, options) => Client(invoker).StartMonthRunAsync(request, options))).Run.RunId;
    }

    private async Task<MonthRun> EndedAsync(string name, string id, long started)
    {
        MonthRun? run = null;
        await Eventually.IsTrueAsync(
            async () => (run = (await office.CallAsync((invoker, options) => Client(invoker).GetMonthRunAsync(new() { RunId = id }, options))).Run).State != MonthRunState.Computing,
            RunSystem.Patience,
            $"the {name} run has ended");
        output.WriteLine($"{name}: {run!.Totals.Sum(total => total.Lines):N0} lines in {Seconds(started)} s, {run.PayableFen:N0} fen to be paid, hash {run.Hash}");
        return run;
    }

    private async Task ReviewAsync(MonthRun run, string because)
    {
        var confirms = because.Length == 0;
        var request = new ReviewMonthRunRequest
        {
            RequestId = $"{Guid.CreateVersion7():n}", RunId = run.RunId, Hash = confirms ? run.Hash : "", RejectedBecause = because,
            UrbanFund = confirms ? Fund.EmploymentSubsidy : Fund.Unspecified, Handling = By("虚构复核"),
        };
        await reviewer.CallAsync((invoker, options) => Client(invoker).ReviewMonthRunAsync(request, options), RunSystem.Patience);
    }

    private static string Totals(MonthRun run) => string.Join(' ', run.Totals);

    private static PostMonthService.PostMonthServiceClient Client(Grpc.Core.CallInvoker invoker) => new(invoker);

    private static Handling By(string name) => new() { Operator = name };

    private static string Seconds(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
