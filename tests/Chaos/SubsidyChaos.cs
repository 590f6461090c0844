using System.Diagnostics;
using System.Globalization;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>A quarter of 40 banks that is killed in mid-run, service and PostgreSQL, beside one that is not: the books must be the same, then they are booked.</summary>
internal sealed class SubsidyChaos(RunSystem system, TextWriter output)
{
    public const int UsualLoans = 200_000;

    private const int Banks = 40;

    private readonly PatientCalls office = new([.. system.Replicas.Select(replica => replica.Address)], () => system.Issuer.Token("chaos", SubsidisedLoans.City, "loans"));
    private readonly PatientCalls reviewer =
        new([.. system.Replicas.Select(replica => replica.Address)], () => system.Issuer.Token("chaos-reviewer", SubsidisedLoans.City, "loans-reviewer"));

    /// <summary>Starts the system, runs and tells; true when the interrupted run ended with the books of the other.</summary>
    public static async Task<bool> RunAsync(int loans, TextWriter output)
    {
        await using var registers = await BorrowerRegisters.StartAsync();
        await using var system = await RunSystem.StartAsync(
            "Loans",
            (database, keys) => SubsidisedLoans.SeedAsync(database, loans, Banks, keys),
            ("services__registration__http__0", registers.Address.ToString()),
            ("ServiceClient__Id", "service-loans"));
        return await new SubsidyChaos(system, output).RunAsync(loans);
    }

    private async Task<bool> RunAsync(int loans)
    {
        output.WriteLine($"{loans:N0} loans of {Banks} banks, {system.Replicas.Count} replicas; kill -9 of a replica, of PostgreSQL and of both replicas at once in mid-run");
        var undisturbed = await EndedAsync("undisturbed", await StartAsync(), Stopwatch.GetTimestamp());
        await ReviewAllAsync(undisturbed, "发生中断的对照");
        var started = Stopwatch.GetTimestamp();
        var run = await StartAsync();
        var shards = await system.ReadAsync<long>($"select count(*) from subsidy_shard where run_id = '{run}'");
        await system.KillInMidRunAsync(
            shards, () => system.ReadAsync<long>($"select count(*) from subsidy_shard where run_id = '{run}' and decided_at is not null"), output);
        var interrupted = await EndedAsync("interrupted", run, started);
        var same = undisturbed.Books == interrupted.Books && undisturbed.Lines == loans;
        started = Stopwatch.GetTimestamp();
        await ReviewAllAsync(interrupted, reason: "");
        var booked = await system.ReadAsync<long>("select coalesce(sum(amount_fen), 0)::bigint from payable");
        output.WriteLine($"booked: {Banks} payables of {booked:N0} fen in {Seconds(started)} s");
        same &= booked == interrupted.AmountFen;
        output.WriteLine(same ? $"PASSED: the interrupted run has every loan once and the other's books; what the claims sum up to is payable." : "FAILED: the runs differ.");
        return same;
    }

    private async Task<string> StartAsync()
    {
        var request = new StartSubsidyRunRequest
        {
            RequestId = $"{Guid.CreateVersion7():n}", Division = SubsidisedLoans.City, Quarter = new() { Year = 2020, Number = 3 }, Handling = By(),
        };
        return (await office.CallAsync((invoker, options) => Client(invoker).StartSubsidyRunAsync(request, options))).Run.RunId;
    }

    private async Task<Result> EndedAsync(string name, string run, long started)
    {
        SubsidyRun? its = null;
        await Eventually.IsTrueAsync(
            async () => (its = (await office.CallAsync((invoker, options) => Client(invoker).GetSubsidyRunAsync(new() { RunId = run }, options))).Run).State == SubsidyRunState.Finished,
            RunSystem.Patience,
            $"the {name} run has ended");
        var seconds = Seconds(started);
        var claims = new List<SubsidyClaim>();
        foreach (var id in its!.ClaimIds)
        {
            claims.Add((await office.CallAsync((invoker, options) => Client(invoker).GetSubsidyClaimAsync(new() { ClaimId = id }, options))).Claim);
        }

        var books = string.Join(' ', claims.Select(claim => $"{claim.BankId}:{claim.Hash}").Order(StringComparer.Ordinal));
        var result = new Result(claims, claims.Sum(claim => claim.Lines), claims.Sum(claim => claim.AmountFen), books);
        output.WriteLine(
            $"{name}: {result.Lines:N0} loan-quarters in {seconds} s, {claims.Sum(claim => claim.Granted):N0} granted, {claims.Sum(claim => claim.Incomplete):N0} incomplete, "
            + $"{result.AmountFen:N0} fen, hash of the first bank {claims[0].Hash}");
        return result;
    }

    private async Task ReviewAllAsync(Result result, string reason)
    {
        foreach (var claim in result.Claims)
        {
            var request = new ReviewSubsidyClaimRequest
            {
                RequestId = $"{Guid.CreateVersion7():n}", ClaimId = claim.ClaimId, Hash = claim.Hash, RejectedBecause = reason, Handling = By(),
            };
            await reviewer.CallAsync((invoker, options) => Client(invoker).ReviewSubsidyClaimAsync(request, options));
        }
    }

    private static InterestSubsidyService.InterestSubsidyServiceClient Client(Grpc.Core.CallInvoker invoker) => new(invoker);

    private static Handling By() => new() { Operator = "虚构经办" };

    private static string Seconds(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Result(IReadOnlyList<SubsidyClaim> Claims, long Lines, long AmountFen, string Books);
}
