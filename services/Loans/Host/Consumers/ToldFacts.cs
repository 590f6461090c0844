using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Loans.Data;
using Wenye.Persistence;

namespace Wenye.Loans.Consumers;

/// <summary>Writes what events told (写入投影), a batch in one statement.</summary>
public sealed class ToldFacts
{
    private readonly RowTable<ToldFact> table;
    private readonly string merge;

    public ToldFacts(DbContextOptions<LoansDbContext> options)
    {
        using var context = new LoansDbContext(options);
        table = new(context.Model);

        // Beginning and end set columns of their own, so merging them in any order comes to the same. In the order of the keys:
        // batches of beginnings and of ends meet in the same rows.
        merge =
            $"""
            INSERT INTO {table.Name} AS told ({table.ColumnList}) SELECT {table.ColumnList} FROM {table.Rows("r")} ORDER BY r.kind, r.id
            ON CONFLICT (kind, id) DO UPDATE SET
                person_id = coalesce(told.person_id, excluded.person_id), since = coalesce(told.since, excluded.since),
                until = coalesce(told.until, excluded.until), expires_on = coalesce(told.expires_on, excluded.expires_on),
                detail = coalesce(told.detail, excluded.detail), employer_code = coalesce(told.employer_code, excluded.employer_code),
                told_at = greatest(told.told_at, excluded.told_at)
            """;
    }

    /// <summary>Merges them into what was told before, in the context's open transaction (合并).</summary>
    public async Task MergeAsync(LoansDbContext database, IEnumerable<ToldFact> facts, CancellationToken cancellation)
    {
        // One event may have been sent as two messages: it says the same in both.
        var rows = facts.DistinctBy(fact => fact.Id).ToList();
        await using var command = new NpgsqlCommand(merge, (NpgsqlConnection)database.Database.GetDbConnection());
        command.Parameters.AddRange(table.Parameters(rows));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
