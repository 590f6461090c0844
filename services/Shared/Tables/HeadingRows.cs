namespace Wenye.Tables;

/// <summary>A range of cells shown as one (合并单元格), from 0, both ends included.</summary>
internal readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>The rows of headings as a form prints them (多级表头): a shared heading over its columns, one that nothing stands under down to the bottom.</summary>
internal sealed class HeadingRows
{
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly int levels;

    public HeadingRows(IReadOnlyList<TableColumn> columns)
    {
        this.columns = columns;
        levels = columns.Max(column => column.Headings.Count);
        Rows = [.. Enumerable.Range(0, levels).Select(RowOf)];
        if (columns.Any(column => column.Mark is not null))
        {
            Rows = [.. Rows, [.. columns.Select(column => column.Mark)]];
        }
    }

    /// <summary>Each row's texts from the left; null where a cell shows nothing of its own.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; }

    /// <summary>Cells that are shown as one, counted from the first row of headings.</summary>
    public IEnumerable<MergedCells> Merged() => Enumerable.Range(0, levels).SelectMany(Across).Concat(Enumerable.Range(0, columns.Count).SelectMany(Down));

    private List<string?> RowOf(int row) =>
        [.. columns.Select((column, at) => row < column.Headings.Count && !JoinsLeft(row, at) ? column.Headings[row] : null)];

    private bool JoinsLeft(int row, int at) => at > 0 && columns[at].SharesHeading(columns[at - 1], row);

    private bool JoinsRight(int row, int at) => at + 1 < columns.Count && columns[at + 1].SharesHeading(columns[at], row);

    private IEnumerable<MergedCells> Across(int row)
    {
        for (var first = 0; first < columns.Count; first++)
        {
            var last = first;
            while (JoinsRight(row, last))
            {
                last++;
            }

            if (last > first)
            {
                yield return new(row, first, row, last);
            }

            first = last;
        }
    }

    /// <summary>What is below a column's last heading belongs to it, unless that heading stretches over its neighbours: then it is a cell of its own.</summary>
    private IEnumerable<MergedCells> Down(int at)
    {
        var last = columns[at].Headings.Count - 1;
        var first = JoinsLeft(last, at) || JoinsRight(last, at) ? last + 1 : last;
        if (first < levels - 1)
        {
            yield return new(first, at, levels - 1, at);
        }
    }
}
