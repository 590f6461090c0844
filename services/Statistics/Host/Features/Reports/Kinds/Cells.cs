using Npgsql;
using Wenye.Policy;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Reads cells by statements (读取报表单元).</summary>
internal static class Cells
{
    /// <summary>The cells of a statement that gives division, measure, dimension, key and value.</summary>
    /// <param name="reading">$1 and $2 are the area's first code and the first after it, $3 the period.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellation">The call's.</param>
    /// <param name="more">$4 and on.</param>
    public static async Task<List<Cell>> CellsAsync(this Reading reading, string sql, CancellationToken cancellation, params IReadOnlyList<object> more)
    {
        await using var command = reading.Command(sql, more);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var cells = new List<Cell>();
        while (await rows.ReadAsync(cancellation))
        {
            cells.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetDecimal(4)));
        }

        return cells;
    }

    /// <summary>A statement over the area and period; parameters as above.</summary>
    public static NpgsqlCommand Command(this Reading reading, string sql, params IReadOnlyList<object> more)
    {
        var command = new NpgsqlCommand(sql, reading.Connection);
        foreach (var value in (object[])[reading.Area.From, reading.Area.To, reading.Period.ToString(), .. more])
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    /// <summary>Parts renamed and summed (归并): what the facts tell in detail, by the parts of the report.</summary>
    public static IEnumerable<Cell> Rekeyed(this IEnumerable<Cell> cells, string dimension, Func<string, string> keyOf) => cells
        .Select(cell => cell.Dimension == dimension ? cell with { Key = keyOf(cell.Key) } : cell)
        .GroupBy(cell => (cell.Division, cell.Measure, cell.Dimension, cell.Key))
        .Select(same => new Cell(same.Key.Division, same.Key.Measure, same.Key.Dimension, same.Key.Key, same.Sum(cell => cell.Value)));
}

/// <summary>The cells of one row, summed (行内合计).</summary>
/// <param name="Division">The row's.</param>
/// <param name="Days">First and last day of the period.</param>
/// <param name="Cells">Of all places in it.</param>
internal sealed record RowSums(string Division, DateRange Days, IReadOnlyList<Cell> Cells)
{
    /// <summary>The sum of a measure's part; null where there is none.</summary>
    public decimal? Sum(string measure, string dimension = "", string key = "")
    {
        var cells = Cells.Where(cell => cell.Measure == measure && cell.Dimension == dimension && cell.Key == key).ToList();
        return cells.Count == 0 ? null : cells.Sum(cell => cell.Value);
    }

    /// <summary>What the division itself has (本级); null: nothing.</summary>
    public decimal? Own(string measure, string dimension = "", string key = "") => Cells
        .Where(cell => cell.Division == Division && cell.Measure == measure && cell.Dimension == dimension && cell.Key == key)
        .Select(cell => (decimal?)cell.Value).SingleOrDefault();
}
