namespace Wenye.Tables;

/// <summary>A table for people (报表): a title, typed columns with Chinese headings, and how each cell is had of a row.</summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
/// <param name="title">名称: over the table, of the sheet and of the file; not empty.</param>
/// <param name="note">A line below the title, such as 单位：个、人、万元; null: none. Not in CSV.</param>
/// <remarks>Once its columns are added it can be used by many at once. A heading that several neighbours stand under is named in each of them and shown once.</remarks>
public sealed class Table<TRow>(string title, string? note = null)
{
    private const int TextWidth = 18;
    private const int NumberWidth = 14;
    private const int DayWidth = 12;

    private readonly List<(TableColumn Column, Func<TRow, TableCell> Cell)> columns = [];

    /// <summary>名称.</summary>
    public string Title { get; } = title;

    /// <summary>A line below the title; null: none.</summary>
    public string? Note { get; } = note;

    /// <summary>The columns from the left (各列).</summary>
    public IReadOnlyList<TableColumn> Columns => [.. columns.Select(one => one.Column)];

    /// <summary>Adds a column of words or codes (文本列).</summary>
    public Table<TRow> Text(string heading, Func<TRow, string?> value, string[]? under = null, string? mark = null, int width = TextWidth) =>
        Add(CellKind.Text, heading, under, mark, width, row => new(Text: value(row)));

    /// <summary>Adds a column of whole numbers (整数列).</summary>
    public Table<TRow> Whole(string heading, Func<TRow, long?> value, string[]? under = null, string? mark = null, int width = NumberWidth) =>
        Add(CellKind.Whole, heading, under, mark, width, row => new(Number: value(row)));

    /// <summary>Adds a column of money (金额列), given in fen.</summary>
    public Table<TRow> Yuan(string heading, Func<TRow, long?> fen, string[]? under = null, string? mark = null, int width = NumberWidth) =>
        Add(CellKind.Yuan, heading, under, mark, width, row => new(Number: fen(row) / 100m));

    /// <summary>Adds a column of rates (比率列), given as decimals.</summary>
    public Table<TRow> Rate(string heading, Func<TRow, decimal?> value, string[]? under = null, string? mark = null, int width = NumberWidth) =>
        Add(CellKind.Rate, heading, under, mark, width, row => new(Number: value(row)));

    /// <summary>Adds a column of exact numbers (数值列).</summary>
    public Table<TRow> Number(string heading, Func<TRow, decimal?> value, string[]? under = null, string? mark = null, int width = NumberWidth) =>
        Add(CellKind.Number, heading, under, mark, width, row => new(Number: value(row)));

    /// <summary>Adds a column of days (日期列).</summary>
    public Table<TRow> Day(string heading, Func<TRow, DateOnly?> value, string[]? under = null, string? mark = null, int width = DayWidth) =>
        Add(CellKind.Day, heading, under, mark, width, row => new(Day: value(row)));

    /// <summary>A row's cell of a column (取值).</summary>
    internal TableCell Cell(int column, TRow row) => columns[column].Cell(row);

    private Table<TRow> Add(CellKind kind, string heading, string[]? under, string? mark, int width, Func<TRow, TableCell> cell)
    {
        columns.Add((new(kind, [.. under ?? [], heading], mark, width), cell));
        return this;
    }
}
