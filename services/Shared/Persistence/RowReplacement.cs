using Npgsql;

namespace Wenye.Persistence;

/// <summary>Writes rows in place of what was said of the same keys before (成批替换), in one statement.</summary>
public static class RowReplacement
{
    /// <summary>Inserts the rows; those whose key is there replace it (写入或替换). Without keys, what is there stays.</summary>
    /// <param name="table">Where.</param>
    /// <param name="connection">Open; in the caller's transaction.</param>
    /// <param name="rows">Each of another key: see <see cref="Last"/>.</param>
    /// <param name="keys">Columns of the primary key.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task ReplaceAsync<T>(
        this RowTable<T> table, NpgsqlConnection connection, IReadOnlyList<T> rows, IReadOnlyCollection<string> keys, CancellationToken cancellation)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var quoted = keys.Select(key => $"\"{key}\"").ToList();
        var changes = table.ColumnList.Split(", ").Except(quoted).Select(column => $"{column} = EXCLUDED.{column}");
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {table.Rows("r")} "
            + (quoted.Count == 0 ? "ON CONFLICT DO NOTHING" : $"ON CONFLICT ({string.Join(", ", quoted)}) DO UPDATE SET {string.Join(", ", changes)}"),
            connection);
        command.Parameters.AddRange(table.Parameters(rows));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Of several rows of one key the last (同键取末行), in order of the keys, so that two imports meet in the same order.</summary>
    public static IReadOnlyList<T> Last<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key)
        where TKey : notnull
    {
        var last = new SortedDictionary<TKey, T>(typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default);
        foreach (var row in rows)
        {
            last[key(row)] = row;
        }

        return [.. last.Values];
    }
}
