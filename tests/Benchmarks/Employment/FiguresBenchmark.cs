using System.Diagnostics;
using System.Globalization;
using MassTransit;
using Npgsql;
using Wenye.Benchmarks.Search;
using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks.Employment;

/// <summary>
/// Milliseconds of a month's report beside the plain count of the same verdicts in SQL, of a page of the employments behind a figure
/// beside the same rows by primary key, and of an event until it is in the figure; over a year of so many events.
/// </summary>
internal sealed class FiguresBenchmark : IAsyncDisposable
{
    public const int UsualEvents = 200_000;

    private const string Province = SyntheticYear.Province;
    private const string Month = "2021-06";
    private const int Counts = 8;
    private const int Calls = 100;
    private const int Arrivals = 20;

    private readonly LoadedStatistics _statistics;
    private readonly NpgsqlDataSource _bare;

    private FiguresBenchmark(LoadedStatistics statistics) =>
        (_statistics, _bare) = (statistics, NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(statistics.Database) { MaxAutoPrepare = 10 }));

    /// <summary>The whole benchmark; its report.</summary>
    public static async Task<string> RunAsync(int events)
    {
        await using var statistics = await LoadedStatistics.StartAsync(events);
        await statistics.RebuildAsync();
        await Sql.ExecuteAsync(statistics.Database, "VACUUM ANALYZE employment_verdict, new_employment_count");
        await using var benchmark = new FiguresBenchmark(statistics);
        return $"""
            ### figures, {events:N0} events

            | | ms (median) | ms (99 of 100) | baseline, ms (median) | ours to it |
            |---|---:|---:|---:|---:|
            {string.Join('\n', [.. await benchmark.ReportsAsync(), .. await benchmark.PagesAsync()])}

            {await benchmark.ArrivalsAsync()}
            """;
    }

    public ValueTask DisposeAsync() => _bare.DisposeAsync();

    // The baseline counts the same verdicts as anybody would who has no figures.
    private async Task<List<string>> ReportsAsync()
    {
        var rows = new List<string>();
        foreach (var (name, from) in new[] { ("a month, province by city", Month), ("the year, province by city", "2021-01") })
        {
            var to = from == Month ? Month : "2021-12";
            var asked = new ListNewEmploymentRequest { Division = Province, FromPeriod = from, ToPeriod = to, Breakdown = Breakdown.Below };
            var measured = await Latencies.MeasureAsync(
                Counts,
                async _ => await _statistics.Client.ListNewEmploymentAsync(asked, _statistics.Token),
                async _ => await CountAsync(from, to));
            rows.Add(await ShownAsync(measured.Row(name)));
        }

        return rows;
    }

    private async Task<long> CountAsync(string from, string to)
    {
        await using var command = _bare.CreateCommand(
            """
            SELECT left(division, 4), period, outcome, ground, count(*) FROM employment_verdict
            WHERE division LIKE '37%' AND period BETWEEN $1 AND $2 GROUP BY 1, 2, 3, 4
            """);
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        await using var reader = await command.ExecuteReaderAsync();
        var records = 0L;
        while (await reader.ReadAsync())
        {
            records += reader.GetInt64(4);
        }

        return records;
    }

    private async Task<List<string>> PagesAsync()
    {
        var rows = new List<string>();
        async Task PageAsync(string name, ListEmploymentRecordsRequest asked) =>
            rows.Add(await ShownAsync((await Latencies.MeasureAsync(
                Calls, async _ => await ListAsync(asked), await ByKeyAsync(asked))).Row($"page: {name}")));

        var excluded = (await _statistics.Client.ListNewEmploymentAsync(
            new() { Division = Province, FromPeriod = Month, ToPeriod = Month, Breakdown = Breakdown.None }, _statistics.Token)).Figures.Single().Excluded;
        await PageAsync("province, first", new() { Division = Province, Period = Month });
        await PageAsync("province, 1,000 a page", new() { Division = Province, Period = Month, PageSize = 1000 });
        var (token, number) = await DeepAsync(new() { Division = Province, Period = Month });
        await PageAsync($"province, page {number}", new() { Division = Province, Period = Month, PageToken = token });
        await PageAsync("province, counted", new() { Division = Province, Period = Month, Outcome = RecordOutcome.Counted });
        await PageAsync($"province, commonest clause ({excluded[0].Records:N0})", new() { Division = Province, Period = Month, Clause = excluded[0].Clause });
        await PageAsync($"province, rarest clause ({excluded[^1].Records:N0})", new() { Division = Province, Period = Month, Clause = excluded[^1].Clause });
        await PageAsync("province, no such clause", new() { Division = Province, Period = Month, Clause = new() { Document = "虚构", Item = "一" } });
        await PageAsync("city, first", new() { Division = "370200", Period = Month });
        await PageAsync("last county, first", new() { Division = (await LastCountyAsync())!, Period = Month });
        var some = (await ListAsync(new() { Division = Province, Period = Month })).Records[0].EmploymentId;
        rows.Add(await ShownAsync((await Latencies.MeasureAsync(
            Calls, async _ => await _statistics.Client.GetEmploymentRecordAsync(new() { EmploymentId = some }, _statistics.Token), _ => ReadAsync([Guid.Parse(some)]))).Row("one employment with every clause")));
        return rows;
    }

    private async Task<string?> LastCountyAsync() =>
        (string?)await Sql.ExecuteAsync(_statistics.Database, $"SELECT max(division) FROM new_employment_count WHERE period = '{Month}'");

    private async Task<ListEmploymentRecordsResponse> ListAsync(ListEmploymentRecordsRequest asked) =>
        await _statistics.Client.ListEmploymentRecordsAsync(asked, _statistics.Token);

    // Half-way through the month, reached by pages of 1,000: the size is no part of a query.
    private async Task<(string Token, int Number)> DeepAsync(ListEmploymentRecordsRequest asked)
    {
        var (token, pages) = ("", _statistics.Events / 12 / 2 / 1000);
        for (var page = 0; page < pages; page++)
        {
            token = (await ListAsync(new(asked) { PageSize = 1000, PageToken = token })).NextPageToken;
        }

        return (token, (pages * 10) + 1);
    }

    private async Task<Func<int, Task>> ByKeyAsync(ListEmploymentRecordsRequest asked)
    {
        Guid[] keys = [.. (await ListAsync(asked)).Records.Select(record => Guid.Parse(record.EmploymentId))];
        return _ => ReadAsync(keys);
    }

    private async Task ReadAsync(Guid[] keys)
    {
        await using var command = _bare.CreateCommand(
            "SELECT * FROM employment_verdict AS v JOIN registered_employment AS e USING (employment_id) WHERE employment_id = ANY($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = keys });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            reader.GetGuid(0);
        }
    }

    // From the publish to the figure that has it, the report asked for every 20 ms; one event at a time.
    private async Task<string> ArrivalsAsync()
    {
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(_statistics.Broker.Uri));
        await bus.StartAsync();
        var taken = new List<double>();
        for (var i = 0; i < Arrivals; i++)
        {
            var job = _statistics.Year.Job(_statistics.Events + i) with { EmployedOn = new(2021, 6, 10), RegisteredOn = new(2021, 6, 10), PersonId = Guid.CreateVersion7() };
            var before = await RecordsAsync(job.Division);
            var started = Stopwatch.GetTimestamp();
            await bus.Publish(job);
            await Eventually.IsTrueAsync(async () => await RecordsAsync(job.Division) > before, TimeSpan.FromMinutes(1));
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        await bus.StopAsync();
        taken.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"An event is in the figure after {taken[Arrivals / 2]:N0} ms (median), {taken[^1]:N0} ms (worst of {Arrivals}).");
    }

    private async Task<long> RecordsAsync(string county)
    {
        var figure = (await _statistics.Client.ListNewEmploymentAsync(
            new() { Division = county, FromPeriod = Month, ToPeriod = Month, Breakdown = Breakdown.None }, _statistics.Token)).Figures;
        return figure.Sum(one => one.NewWorkers + one.Asked + one.Excluded.Sum(clause => clause.Records));
    }

    private static async Task<string> ShownAsync(string row)
    {
        await Console.Error.WriteLineAsync(row);
        return row;
    }
}
