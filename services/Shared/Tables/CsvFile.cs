using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Wenye.Tables;

/// <summary>A table as CSV (RFC 4180): a byte order mark, so that Excel reads it as UTF-8, one line of headings, lines that end in CR LF.</summary>
internal static class CsvFile
{
    private const int FlushAt = 32 * 1024;

    // What a spreadsheet would run as a formula, and what it would skip before looking for one.
    private const string FormulaStarts = "=+-@\t\r\n";

    // Lines end in CR LF unless set otherwise; a line end that is set would leave other ones in a cell without quotes.
    private static readonly CsvConfiguration Rules = new(CultureInfo.InvariantCulture);

    public static async Task WriteAsync<TRow>(Table<TRow> table, IAsyncEnumerable<TRow> rows, Stream to, CancellationToken cancellation)
    {
        var columns = table.Columns;
        using var pending = new MemoryStream(FlushAt * 2);
        await using var text = new StreamWriter(pending, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(text, Rules);
        Line(csv, columns.Select(column => Guarded(column.Line)));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            Line(csv, columns.Select((column, at) => column.Kind == CellKind.Text ? Guarded(table.Cell(at, row).Text) : table.Cell(at, row).Written(column.Kind)));
            if (pending.Length >= FlushAt)
            {
                await FlushAsync(csv, text, pending, to, cancellation);
            }
        }

        await FlushAsync(csv, text, pending, to, cancellation);
        await to.FlushAsync(cancellation);
    }

    private static void Line(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as 'this is text'.</summary>
    private static string? Guarded(string? text) => text is { Length: > 0 } && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static async Task FlushAsync(CsvWriter csv, StreamWriter text, MemoryStream pending, Stream to, CancellationToken cancellation)
    {
        await csv.FlushAsync();
        await text.FlushAsync(cancellation);
        pending.Position = 0;
        await pending.CopyToAsync(to, cancellation);
        pending.SetLength(0);
    }
}
