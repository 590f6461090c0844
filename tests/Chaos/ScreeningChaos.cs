using System.Diagnostics;
using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Testing;
using Date = Wenye.Contracts.Type.V1.Date;

namespace Wenye.Chaos;

/// <summary>A screening that is killed in mid-run, both the service and PostgreSQL, beside one that is not: every byte of both must be the same.</summary>
internal sealed class ScreeningChaos(RunSystem system, TextWriter output)
{
    private static readonly Date Day = new() { Year = 2020, Month = 6, Day = 10 };

    private readonly PatientCalls calls = new([.. system.Replicas.Select(replica => replica.Address)], () => system.Issuer.Token("chaos", "370000", "stabilization"));

    /// <summary>True when the interrupted run ended with the bytes of the other.</summary>
    public async Task<bool> RunAsync(int firms)
    {
        output.WriteLine($"{firms:N0} firms, {system.Replicas.Count} replicas; kill -9 of a replica, of PostgreSQL and of both replicas at once in mid-run");
        var undisturbed = await EndedAsync("undisturbed", await StartAsync(), Stopwatch.GetTimestamp());
        var started = Stopwatch.GetTimestamp();
        var run = await StartAsync();
        var shards = await system.ReadAsync<long>($"select count(*) from screening_shard where screening_id = '{run}'");
        await system.KillInMidRunAsync(shards, () => DecidedAsync(run), output);
        var interrupted = await EndedAsync("interrupted", run, started);
        var same = undisturbed == interrupted && undisturbed.Decided == firms;
        output.WriteLine(same ? "PASSED: the interrupted run has every firm once and every byte of the other." : "FAILED: the runs differ.");
        return same;
    }

    private async Task<string> StartAsync()
    {
        var request = new StartScreeningRequest { RequestId = $"{Guid.CreateVersion7():n}", Region = "370000", AsOf = Day, Kind = RefundKind.General };
        var answer = await calls.CallAsync((invoker, options) => new ScreeningService.ScreeningServiceClient(invoker).StartScreeningAsync(request, options));
        return answer.Screening.ScreeningId;
    }

    private Task<long> DecidedAsync(string run) =>
        system.ReadAsync<long>($"select count(*) from screening_shard where screening_id = '{run}' and decided_at is not null");

    private async Task<Result> EndedAsync(string name, string run, long started)
    {
        Screening? screening = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                var request = new GetScreeningRequest { ScreeningId = run };
                screening = (await calls.CallAsync((invoker, options) => new ScreeningService.ScreeningServiceClient(invoker).GetScreeningAsync(request, options))).Screening;
                return screening.EndedAt is not null;
            },
            RunSystem.Patience,
            $"the {name} run has ended");
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var result = new Result(screening!.Decided, screening.Totals[0].Granted, screening.Totals[0].AmountFen, await HashAsync(run));
        output.WriteLine($"{name}: {result.Decided:N0} firms in {seconds} s, {result.Granted:N0} granted, {result.AmountFen:N0} fen, hash {result.Hash}");
        return result;
    }

    // Every column of every result but the run's own id, the totals, and the legend of the traces.
    private Task<string> HashAsync(string run) => system.ReadAsync<string>(
        $"""
        select md5(
            (select string_agg(md5((credit_code, firm_id, division, outcome, amount_fen, facts, trace, refused_by, missing)::text), '' order by credit_code)
                from screening_result where screening_id = '{run}')
            || (select tally::text || firms from screening where id = '{run}')
            || (select string_agg(code || legend, '' order by code) from screening_shape where screening_id = '{run}'))
        """);

    private sealed record Result(long Decided, long Granted, long AmountFen, string Hash);
}
