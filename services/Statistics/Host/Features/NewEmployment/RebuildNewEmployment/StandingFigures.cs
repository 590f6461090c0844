using Npgsql;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>Sums the verdicts as they stand and compares with the figures as they stand (汇总核对).</summary>
internal sealed class StandingFigures
{
    private readonly Dictionary<(string Division, string Period, string Outcome, string Ground), long> sums = [];

    /// <summary>Adds verdicts to the sums.</summary>
    public void Add(IReadOnlyList<StandingVerdict> standing)
    {
        foreach (var one in standing)
        {
            var key = (one.Verdict.Division, one.Verdict.Period, one.Verdict.Outcome, one.Verdict.Ground);
            sums[key] = sums.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>How many figures are not the sum of their verdicts.</summary>
    /// <param name="connection">In the transaction that the verdicts were read in.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<long> DifferingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT division, period, outcome, ground, records FROM new_employment_count WHERE records <> 0", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var differing = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            differing += sums.Remove((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)), out var sum) && sum == rows.GetInt64(4) ? 0 : 1;
        }

        return differing + sums.Count;
    }

    /// <summary>How many people wait to be judged.</summary>
    public static async Task<long> WaitingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM person_to_judge", connection);
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }
}
