using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Verification;

/// <summary>Writes what was found of a record (核实标记), so that its verdict follows.</summary>
internal static class RecordMarking
{
    private const string Sql = """
        INSERT INTO record_mark AS mark (employment_id, doubtful, handling_error, rural_post_or_workshop, transfer_or_renewal, covered, reason, agency)
        VALUES (@employment, @doubtful, @handling_error, NULL, NULL, @covered, @reason, @agency)
        ON CONFLICT (employment_id) DO UPDATE SET doubtful = excluded.doubtful, covered = excluded.covered, reason = excluded.reason, agency = excluded.agency,
            handling_error = coalesce(excluded.handling_error, mark.handling_error)
        """;

    private const string Hold = """
        INSERT INTO record_mark AS mark (employment_id, reason, agency) VALUES ({0}, '', '') ON CONFLICT (employment_id) DO UPDATE SET reason = mark.reason
        """;

    /// <summary>Holds a record's mark until the transaction ends (锁定标记), as imports do before they ask for the person: both in this order.</summary>
    public static Task HoldMarkAsync(this StatisticsDbContext database, Guid employment, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(Hold, [employment], cancellation);

    /// <summary>Marks a record; what else was stated of it before stays.</summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="employment">Of which record.</param>
    /// <param name="doubtful">存疑; false: verified.</param>
    /// <param name="handlingError">业务经办错误; null: nothing is said.</param>
    /// <param name="covered">The doubts it looked at, joined by commas; null: the record is newly doubtful.</param>
    /// <param name="reason">Why.</param>
    /// <param name="agency">Who says so.</param>
    /// <param name="cancellation">The call's.</param>
    public static Task MarkAsync(
        this StatisticsDbContext database, Guid employment, bool doubtful, bool? handlingError, string? covered, string reason, string agency, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(
            Sql,
            [
                new NpgsqlParameter("employment", employment), new NpgsqlParameter("doubtful", doubtful),
                new NpgsqlParameter("handling_error", NpgsqlDbType.Boolean) { Value = (object?)handlingError ?? DBNull.Value },
                new NpgsqlParameter("covered", NpgsqlDbType.Text) { Value = (object?)covered ?? DBNull.Value },
                new NpgsqlParameter("reason", reason), new NpgsqlParameter("agency", agency),
            ],
            cancellation);
}
