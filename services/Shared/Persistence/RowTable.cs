using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Writes many new rows of one entity at once (成批写入), past EF Core's change tracking but by its mapping.</summary>
/// <remarks>
/// Columns, conversions and encryption are the model's, so a property added to the entity is written here too. What the
/// database gives (a default, xmin) is left to it. Made once a process; safe for threads.
/// </remarks>
/// <typeparam name="TEntity">An entity of the context's model, mapped to one table with its complex properties; shadow properties only where the database gives them.</typeparam>
public sealed class RowTable<TEntity>
    where TEntity : class
{
    private readonly Column[] columns;
    private readonly bool isEncoded;

    /// <summary>Reads the mapping of the entity (读取映射).</summary>
    /// <param name="model">The context's model.</param>
    /// <param name="givenHere">Properties with a default of the database that callers set nevertheless.</param>
    public RowTable(IModel model, params IReadOnlyList<string> givenHere)
    {
        var entity = model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not mapped.");
        Name = entity.GetTableName()!;
        columns =
        [
            .. entity.GetFlattenedProperties()
                .Where(property => property.ValueGenerated == ValueGenerated.Never || givenHere.Contains(property.Name))
                .Select(Column.Of),
        ];
        ColumnList = string.Join(", ", columns.Select(column => column.Name));
        isEncoded = columns.All(column => column.IsEncoded);
    }

    private string Copy => $"COPY {Name} ({ColumnList}) FROM STDIN (FORMAT BINARY)";

    /// <summary>The table (表名).</summary>
    public string Name { get; }

    /// <summary>The columns written (列), with commas between: for INSERT and SELECT.</summary>
    public string ColumnList { get; }

    /// <summary>Number of columns written (列数), and so of <see cref="Parameters"/>.</summary>
    public int ColumnCount => columns.Length;

    /// <summary>A FROM item (行来源) that gives the rows of <see cref="Parameters"/>, named <paramref name="alias"/>, with the table's column names.</summary>
    /// <param name="alias">Its name in the statement.</param>
    /// <param name="firstParameter">Number of its first parameter: 1 for $1.</param>
    public string Rows(string alias, int firstParameter = 1) =>
        $"unnest({Arrays(firstParameter)}) AS {alias}({ColumnList})";

    /// <summary>The same arrays (数组参数) for an unnest that gives rows of several tables side by side, each column by its name of <see cref="Named"/>.</summary>
    public string Arrays(int firstParameter) => string.Join(", ", columns.Select((column, i) => $"${firstParameter + i}::{column.Type}[]"));

    /// <summary>The columns by names that no other table's have (带前缀的列名).</summary>
    public string Named(string prefix) => string.Join(", ", columns.Select(column => $"\"{prefix}_{column.Name[1..]}"));

    /// <summary>The parameters of <see cref="Rows"/> (参数): an array for each column.</summary>
    public NpgsqlParameter[] Parameters(IReadOnlyList<TEntity> rows) => [.. columns.Select(column => column.Array(rows))];

    /// <summary>Sends rows by binary COPY (批量复制). Nothing is there when it throws.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<TEntity> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        // What is sent raw ends only with PostgreSQL's answer, which may wait for a lock: a call that may be cut takes the driver's way.
        await (isEncoded && !cancellation.CanBeCanceled
            ? RawCopy.SendAsync(connection, Copy, rows, Encode, cancellation)
            : ImportAsync(connection, rows, cancellation));
    }

    private void Encode(CopyRows encoded, TEntity row)
    {
        encoded.Row((short)columns.Length);
        foreach (var column in columns)
        {
            column.Encode(encoded, row);
        }
    }

    private async Task ImportAsync(NpgsqlConnection connection, IReadOnlyList<TEntity> rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                await column.WriteAsync(copy, row, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    // A column by the type that is sent: nothing is boxed, and Npgsql finds how to write it once, not for each value.
    private abstract class Column(IProperty property)
    {
        /// <summary>In quotes: a column may be named as a word of SQL, as "from" is.</summary>
        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        /// <summary>The type without its length: parameters have none.</summary>
        public string Type { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public static Column Of(IProperty property)
        {
            var read = ColumnReading.Of(property);
            return (Column)Activator.CreateInstance(typeof(RowTable<>.Column<>).MakeGenericType(typeof(TEntity), read.ReturnType), property, read.Compile())!;
        }

        /// <summary>Whether its values are written here; else by the driver.</summary>
        public abstract bool IsEncoded { get; }

        public abstract void Encode(CopyRows encoded, TEntity row);

        public abstract NpgsqlParameter Array(IReadOnlyList<TEntity> rows);

        public abstract Task WriteAsync(NpgsqlBinaryImporter copy, TEntity row, CancellationToken cancellation);
    }

    private sealed class Column<TValue>(IProperty property, Func<TEntity, TValue> read) : Column(property)
    {
        private readonly Action<CopyRows, TValue>? write = CopyEncoding.Of<TValue>(property.GetRelationalTypeMapping().StoreTypeNameBase);

        public override bool IsEncoded => write is not null;

        public override void Encode(CopyRows encoded, TEntity row) => write!(encoded, read(row));

        public override NpgsqlParameter Array(IReadOnlyList<TEntity> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = read(rows[i]);
            }

            return new NpgsqlParameter<TValue[]> { TypedValue = values, DataTypeName = Type + "[]" };
        }

        public override Task WriteAsync(NpgsqlBinaryImporter copy, TEntity row, CancellationToken cancellation) =>
            read(row) is { } value ? copy.WriteAsync(value, Type, cancellation) : copy.WriteNullAsync(cancellation);
    }
}
