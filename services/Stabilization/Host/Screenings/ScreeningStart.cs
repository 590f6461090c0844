using Npgsql;
using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>Makes ready what workers need of a run (筛查准备), in the transaction that starts it.</summary>
internal static class ScreeningStart
{
    /// <summary>Cuts the region's firms into shards, makes the table of results and announces the run; all take effect at commit.</summary>
    /// <returns>Firms known at this moment: the run covers these and no others.</returns>
    public static async Task<long> CutAsync(NpgsqlConnection connection, Guid screening, Division region, int firmsAShard, CancellationToken cancellation)
    {
        var pools = PoolRange.Of(region);
        await using (var hold = new NpgsqlCommand(ScreeningSql.HoldFirms, connection))
            await hold.ExecuteNonQueryAsync(cancellation);
        await using var cut = new NpgsqlCommand(ScreeningSql.Cut, connection)
        {
            Parameters =
            {
                new() { Value = screening },
                new() { Value = pools.First },
                new() { Value = pools.Last },
                new() { Value = firmsAShard },
            },
        };
        var firms = (long)(await cut.ExecuteScalarAsync(cancellation))!;
        await ResultTable.CreateAsync(connection, screening, cancellation);
        await using var wake = new NpgsqlCommand(ScreeningSql.Wake, connection);
        await wake.ExecuteNonQueryAsync(cancellation);
        return firms;
    }
}
