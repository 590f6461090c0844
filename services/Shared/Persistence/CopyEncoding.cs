namespace Wenye.Persistence;

/// <summary>How a value of a column is written into a binary COPY (列值编码).</summary>
internal static class CopyEncoding
{
    // By the type that is sent and the column's: one that is not here is left to the driver's own importer.
    private static readonly Dictionary<(Type Sent, string Column), Delegate> Known = [];

    static CopyEncoding()
    {
        Value<bool>("boolean", static (rows, value) => rows.Write(value));
        Value<short>("smallint", static (rows, value) => rows.Write(value));
        Value<int>("integer", static (rows, value) => rows.Write(value));
        Value<long>("bigint", static (rows, value) => rows.Write(value));
        Value<Guid>("uuid", static (rows, value) => rows.Write(value));
        Value<DateOnly>("date", static (rows, value) => rows.Write(value));
        Value<DateTimeOffset>("timestamp with time zone", static (rows, value) => rows.Write(value));
        Reference<string>("text", static (rows, value) => rows.Write(value));
        Reference<string>("character varying", static (rows, value) => rows.Write(value));
        Reference<byte[]>("bytea", static (rows, value) => rows.Write(value));
    }

    /// <summary>Writes a value, or that there is none; null for a type that only the driver writes.</summary>
    /// <typeparam name="TValue">The type that is sent; nullable where the column is.</typeparam>
    /// <param name="column">The column's type in PostgreSQL, without its length.</param>
    public static Action<CopyRows, TValue>? Of<TValue>(string column) =>
        Known.TryGetValue((typeof(TValue), column), out var write) ? (Action<CopyRows, TValue>)write : null;

    private static void Value<T>(string column, Action<CopyRows, T> write)
        where T : struct
    {
        Known.Add((typeof(T), column), write);
        Known.Add((typeof(T?), column), (CopyRows rows, T? value) =>
        {
            if (value is { } there)
            {
                write(rows, there);
            }
            else
            {
                rows.Null();
            }
        });
    }

    private static void Reference<T>(string column, Action<CopyRows, T> write)
        where T : class =>
        Known.Add((typeof(T), column), (CopyRows rows, T? value) =>
        {
            if (value is not null)
            {
                write(rows, value);
            }
            else
            {
                rows.Null();
            }
        });
}
