using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Employment;
using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Benchmarks.Bare;

/// <summary>
/// What the database alone takes for the rows that arriving events leave: five hundred a statement and transaction into copies of the
/// tables of facts with their indexes, and of the verdicts that the service made of them; two connections. Nothing is looked up or judged.
/// </summary>
internal sealed class BareYearInserts(string database, YearLoad load)
{
    private const int Batch = 500;

    /// <summary>The events of the round.</summary>
    public IReadOnlyList<object> Rows { get; set; } = [];

    /// <returns>Events a second.</returns>
    public async Task<double> MeasureAsync()
    {
        await Sql.ExecuteAsync(
            database,
            """
            CREATE TABLE IF NOT EXISTS bare_employment (LIKE registered_employment INCLUDING ALL);
            CREATE TABLE IF NOT EXISTS bare_end (LIKE ended_employment INCLUDING ALL);
            CREATE TABLE IF NOT EXISTS bare_verdict (LIKE employment_verdict INCLUDING ALL)
            """);
        var jobs = Rows.OfType<EmploymentRegistered>().ToList();
        var verdicts = await load.VerdictsAsync([.. jobs.Select(job => job.EmploymentId)]);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            InsertAsync($"INSERT INTO bare_employment ({load.Employments.ColumnList}) SELECT {load.Employments.ColumnList} FROM {load.Employments.Rows("r")}", [.. jobs.Select(YearLoad.Fact)], load.Employments.Parameters),
            Task.Run(async () =>
            {
                await InsertAsync($"INSERT INTO bare_end ({load.Ends.ColumnList}) SELECT {load.Ends.ColumnList} FROM {load.Ends.Rows("r")}", [.. Rows.OfType<EmploymentEnded>().Select(YearLoad.Fact)], load.Ends.Parameters);
                await InsertAsync($"INSERT INTO bare_verdict ({load.Verdicts.ColumnList}) SELECT {load.Verdicts.ColumnList} FROM {load.Verdicts.Rows("r")}", verdicts, load.Verdicts.Parameters);
            }));
        return Rows.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task InsertAsync<T>(string statement, IReadOnlyList<T> rows, Func<IReadOnlyList<T>, NpgsqlParameter[]> parameters)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 10 }.ConnectionString);
        await connection.OpenAsync();
        foreach (var batch in rows.Chunk(Batch))
        {
            await using var insert = new NpgsqlCommand(statement, connection);
            insert.Parameters.AddRange(parameters(batch));
            await insert.ExecuteNonQueryAsync();
        }
    }
}
