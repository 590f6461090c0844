using Npgsql;

namespace Wenye.Benchmarks;

/// <summary>Single statements.</summary>
internal static class Sql
{
    public static async Task<object?> ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
