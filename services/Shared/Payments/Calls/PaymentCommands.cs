using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>Set-based statements in the context's open transaction (成批语句).</summary>
internal static class PaymentCommands
{
    // A list of 100,000 on a busy server: the call's own deadline ends it sooner.
    private const int LongestSeconds = 600;

    /// <summary>A command of the open transaction.</summary>
    public static NpgsqlCommand Command(this ServiceDbContext database, string sql, params IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)database.Database.CurrentTransaction?.GetDbTransaction(),
            CommandTimeout = LongestSeconds,
        };
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<int> ExecuteAsync(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            return await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>All rows of the answer, each read by <paramref name="read"/>.</summary>
    public static async Task<List<T>> RowsAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using (command)
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <summary>A count and a sum of fen, the first row's (笔数与金额).</summary>
    public static async Task<(long Count, long Fen)> CountAsync(this NpgsqlCommand command, CancellationToken cancellation) =>
        (await command.RowsAsync(reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellation))[0];

    public static NpgsqlParameter Named(string name, object? value) => new(name, value ?? DBNull.Value);

    /// <summary>Locks a payable and gives it as it then is (锁定款项).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND PAYABLE_NOT_FOUND; PERMISSION_DENIED OTHER_DIVISION.</exception>
    public static async Task<StoredPayable> LockPayableAsync(this ServiceDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Set<StoredPayable>().FromSql($"SELECT * FROM payable WHERE id = {id} FOR UPDATE").AsNoTracking().ToListAsync(cancellation);
        var payable = found.SingleOrDefault() ?? throw PaymentErrors.PayableNotFound();
        caller.DemandDivision(payable.Division);
        return payable;
    }

    /// <summary>The payable again after a statement changed it (重新读取).</summary>
    public static Task<StoredPayable> PayableAsync(this ServiceDbContext database, Guid id, CancellationToken cancellation) =>
        database.Set<StoredPayable>().AsNoTracking().SingleAsync(p => p.Id == id, cancellation);
}
