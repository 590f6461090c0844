namespace Wenye.Tables;

/// <summary>A column of a table (列).</summary>
/// <param name="Kind">Of what kind its cells are.</param>
/// <param name="Headings">Its heading below those that it stands under, from the top (多级表头); never empty.</param>
/// <param name="Mark">The number that a printed form gives the column (栏号), shown in a row of its own; null: none.</param>
/// <param name="Width">In characters of a workbook; a Chinese character takes two.</param>
public sealed record TableColumn(CellKind Kind, IReadOnlyList<string> Headings, string? Mark, int Width)
{
    private const string Between = "：";

    /// <summary>The headings in one line (单行表头), as CSV has them: 本期实际到岗人数：其中离校未就业高校毕业生人数.</summary>
    public string Line => string.Join(Between, Headings);

    /// <summary>Whether the first headings of both, down to <paramref name="row"/>, are the same.</summary>
    internal bool SharesHeading(TableColumn other, int row) =>
        row < Headings.Count && row < other.Headings.Count && Headings.Take(row + 1).SequenceEqual(other.Headings.Take(row + 1), StringComparer.Ordinal);
}
