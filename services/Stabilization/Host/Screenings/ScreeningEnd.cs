using Npgsql;
using NpgsqlTypes;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Screenings;

/// <summary>Ends runs whose last shard is decided, or that were cancelled (筛查收尾): keys the results and draws up the totals.</summary>
internal static class ScreeningEnd
{
    /// <summary>Ends all that are ready; one replica does a run, others pass over it.</summary>
    public static async Task EndReadyAsync(NpgsqlConnection connection, AuditTrail audit, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await EndOneAsync(connection, audit))
        {
        }
    }

    private static async Task<bool> EndOneAsync(NpgsqlConnection connection, AuditTrail audit)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var claim = new NpgsqlCommand(ScreeningSql.ClaimEnd, connection))
        {
            if (await claim.ExecuteScalarAsync() is not Guid screening)
            {
                return false;
            }

            AuditedCall.Working($"{nameof(ScreeningEnd)} {screening}");
            var tally = await TallyAsync(connection, screening);
            await ResultTable.AttachAsync(connection, screening, CancellationToken.None);
            await using var end = new NpgsqlCommand(ScreeningSql.End, connection)
            {
                Parameters = { new() { Value = screening }, new() { Value = tally.Write(), NpgsqlDbType = NpgsqlDbType.Text } },
            };
            await end.ExecuteNonQueryAsync();
            await audit.WriteAsync(connection);
        }

        await transaction.CommitAsync();
        return true;
    }

    private static async Task<ScreeningTally> TallyAsync(NpgsqlConnection connection, Guid screening)
    {
        var parts = new List<ScreeningTally>();
        await using var command = new NpgsqlCommand(ScreeningSql.Tallies, connection) { Parameters = { new() { Value = screening } } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            parts.Add(ScreeningTally.Read(reader.GetString(0)));
        }

        return ScreeningTally.Sum(parts);
    }
}
