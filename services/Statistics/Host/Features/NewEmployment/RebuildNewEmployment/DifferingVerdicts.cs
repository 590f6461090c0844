using Npgsql;
using NpgsqlTypes;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>Verdicts that came out otherwise than they stand (不一致的认定), gathered in a table of the transaction that puts them right.</summary>
internal sealed class DifferingVerdicts(NpgsqlConnection connection)
{
    // Two rebuilds at once would find the same and right it twice over: the second waits.
    private const string Prepare = """
        SELECT pg_advisory_xact_lock(hashtextextended('new_employment_rebuild', 0));
        CREATE TEMP TABLE differing (written xid, employment_id uuid, person_id uuid, division text, period text, outcome text, ground text) ON COMMIT DROP
        """;

    // Whoever was judged since the moment that was compared has verdicts of a later transaction, made of all that is known: these
    // stand. No batch is judged meanwhile, so that figures and verdicts stay each other's sum.
    private const string HoldBatches = "SELECT pg_advisory_xact_lock(hashtextextended('new_employment', 0))";

    private const string Right = """
        DELETE FROM employment_verdict AS standing USING differing WHERE standing.employment_id = differing.employment_id AND standing.xmin = differing.written;
        INSERT INTO employment_verdict (employment_id, person_id, division, period, outcome, ground)
        SELECT employment_id, person_id, division, period, outcome, ground FROM differing WHERE outcome IS NOT NULL
        ON CONFLICT (employment_id) DO NOTHING;
        DELETE FROM new_employment_count;
        INSERT INTO new_employment_count (division, period, outcome, ground, records)
        SELECT division, period, outcome, ground, count(*) FROM employment_verdict GROUP BY 1, 2, 3, 4
        """;

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>Begins; waits for another rebuild to end.</summary>
    public Task PrepareAsync(CancellationToken cancellation) => RunAsync(Prepare, cancellation);

    /// <summary>Gathers some.</summary>
    /// <param name="differing">What stands, null: nothing; and what came out, null: nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task AddAsync(IReadOnlyCollection<(StandingVerdict? Standing, EmploymentVerdict? Judged)> differing, CancellationToken cancellation)
    {
        if (differing.Count == 0)
        {
            return;
        }

        Count += differing.Count;
        await using var copy = await connection.BeginBinaryImportAsync("COPY differing FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var (standing, judged) in differing)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(standing?.Written, NpgsqlDbType.Xid, cancellation);
            await copy.WriteAsync((judged ?? standing!.Verdict).EmploymentId, NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync((judged ?? standing!.Verdict).PersonId, NpgsqlDbType.Uuid, cancellation);
            foreach (var text in new[] { judged?.Division, judged?.Period, judged?.Outcome, judged?.Ground })
            {
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Puts the verdicts right and makes the figures their sums.</summary>
    public async Task RightAsync(CancellationToken cancellation)
    {
        await RunAsync(HoldBatches, cancellation);
        var indexes = await SecondaryIndexes.SetAsideAsync(connection, cancellation);
        await RunAsync(Right, cancellation);
        await indexes.MakeAgainAsync(cancellation);
    }

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
