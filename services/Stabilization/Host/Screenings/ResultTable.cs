using Npgsql;

namespace Wenye.Stabilization.Screenings;

/// <summary>The table of one run's results (筛查结果表), a partition of <c>screening_result</c> as soon as the run has ended.</summary>
/// <remarks>
/// While it is loaded it stands alone, without key: keeping an index of a million codes in random order costs more than the
/// rows. The key is built once, over rows that are all there, and shows that no firm was done twice. A run is thrown away by
/// dropping its table.
/// </remarks>
internal static class ResultTable
{
    public const string Columns = "screening_id, credit_code, firm_id, division, outcome, amount_fen, facts, trace, refused_by, missing";

    public const short ColumnCount = 10;

    private const string Parent = "screening_result";

    /// <summary>Its name.</summary>
    public static string Of(Guid screening) => $"{Parent}_{screening:N}";

    /// <summary>Makes it, empty.</summary>
    public static Task CreateAsync(NpgsqlConnection connection, Guid screening, CancellationToken cancellation) => RunAsync(
        connection, $"create table {Of(screening)} (like {Parent} including defaults) with (autovacuum_enabled = false)", cancellation);

    /// <summary>Makes its rows readable, by credit code.</summary>
    /// <exception cref="PostgresException">23505: a firm was done twice, which must never be.</exception>
    public static async Task AttachAsync(NpgsqlConnection connection, Guid screening, CancellationToken cancellation)
    {
        var table = Of(screening);
        await RunAsync(connection, $"alter table {table} add constraint pk_{table} primary key (screening_id, credit_code)", cancellation);
        await RunAsync(connection, $"alter table {Parent} attach partition {table} for values in ('{screening}')", cancellation);
        await RunAsync(connection, $"alter table {table} reset (autovacuum_enabled)", cancellation);
        await RunAsync(connection, $"analyze {table}", cancellation);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
