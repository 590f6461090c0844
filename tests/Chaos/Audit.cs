using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>What was stored and counted against what clients were told.</summary>
/// <param name="Acknowledged">Registrations that a client was told.</param>
/// <param name="Stored">Rows in Registration's database.</param>
/// <param name="Counted">The figure of Statistics' API, all divisions.</param>
/// <param name="Lost">Acknowledged and not stored, or missing from their division's figure.</param>
/// <param name="Doubled">Stored or counted beyond what was acknowledged.</param>
/// <param name="Pending">Events left in the outbox.</param>
internal sealed record Balance(int Acknowledged, int Stored, int Counted, int Lost, int Doubled, int Pending)
{
    public bool IsEven => Lost == 0 && Doubled == 0 && Pending == 0;
}

internal sealed class Audit(RunningSystem system, RegistrationStream stream)
{
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(30);

    private readonly PatientCalls calls = new([system.Statistics.Address], () => system.Issuer.Token("chaos", "370000", "statistician"));

    /// <summary>Waits until Statistics has counted this many, for two minutes at most.</summary>
    public Task CountedAsync(int registrations) => WaitAsync(
        async () => (await FiguresAsync()).Values.Sum() >= registrations, TimeSpan.FromMinutes(2), $"{registrations} registrations are counted");

    /// <summary>Waits, with the stream idle, until everything is even, for half a minute at most.</summary>
    public async Task<Balance> SettleAsync()
    {
        var balance = await BalanceAsync();
        await WaitAsync(async () => (balance = await BalanceAsync()).IsEven, SettleLimit, "stored and counted are even");
        return balance;
    }

    /// <summary>The last word: besides being even, every registration that was asked for is there, with its application.</summary>
    public async Task<(Balance Balance, bool Passed)> FinalAsync(int asked)
    {
        var balance = await BalanceAsync();
        var applications = await system.ReadAsync<long>("registration", "select count(*) from application");
        return (balance, balance.IsEven && balance.Acknowledged == asked && balance.Stored == asked && balance.Counted == asked && applications == asked);
    }

    /// <summary>Breaks the promise by hand while the broker is away and events wait in the outbox.</summary>
    public async Task SabotageAsync(Sabotage sabotage)
    {
        if (sabotage == Sabotage.None)
            return;
        await Eventually.IsTrueAsync(async () => await system.ReadAsync<long>("registration", "select count(*) from outbox") > 0, SettleLimit);
        await using var connection = await system.ConnectAsync("registration");
        await using var command = new NpgsqlCommand(
            sabotage == Sabotage.Lost
                ? "delete from outbox where message_id = (select message_id from outbox order by message_id desc limit 1)"
                : """
                  insert into outbox (message_id, type, body)
                  select gen_random_uuid(), type, jsonb_set(body::jsonb, '{RegistrationId}', to_jsonb(gen_random_uuid()))::json from outbox
                  order by message_id desc limit 1
                  """,
            connection);
        if (await command.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("The sabotage found no event to harm.");
    }

    // What did not come about is for the report to say; it must not end the run.
    private static async Task WaitAsync(Func<Task<bool>> condition, TimeSpan limit, string what)
    {
        try
        {
            await Eventually.IsTrueAsync(condition, limit, what);
        }
        catch (TimeoutException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
        }
    }

    private async Task<Balance> BalanceAsync()
    {
        var told = stream.Acknowledged.ToDictionary();
        var stored = await StoredAsync();
        var figures = await FiguresAsync();
        var expected = told.Values.CountBy(division => division).ToDictionary(StringComparer.Ordinal);
        var differences = expected.Keys.Union(figures.Keys)
            .Select(division => figures.GetValueOrDefault(division) - expected.GetValueOrDefault(division)).ToArray();
        return new Balance(
            told.Count,
            stored.Count,
            figures.Values.Sum(),
            Lost: told.Keys.Except(stored).Count() - differences.Where(difference => difference < 0).Sum(),
            Doubled: stored.Except(told.Keys).Count() + differences.Where(difference => difference > 0).Sum(),
            Pending: (int)await system.ReadAsync<long>("registration", "select count(*) from outbox"));
    }

    private async Task<HashSet<Guid>> StoredAsync()
    {
        await using var connection = await system.ConnectAsync("registration");
        await using var command = new NpgsqlCommand("select id from registration", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new HashSet<Guid>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    // A year either side covers a stream that runs over the end of a report period.
    private async Task<Dictionary<string, int>> FiguresAsync()
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        var request = new ListRegistrationCountsRequest { Division = "370000", FromPeriod = $"{year - 1}-12", ToPeriod = $"{year + 1}-01", PageSize = 1000 };
        var answer = await calls.CallAsync((invoker, options) => new StatisticsService.StatisticsServiceClient(invoker).ListRegistrationCountsAsync(request, options));
        return answer.Counts.GroupBy(count => count.Division, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (int)group.Sum(count => count.Registered), StringComparer.Ordinal);
    }
}
