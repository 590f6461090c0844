using System.IO.Compression;

namespace Wenye.Tables;

/// <summary>A table as a workbook (XLSX), written from front to back into a package of ISO/IEC 29500: what is written is never gone back to.</summary>
/// <remarks>Sheets come first and the list of them last, so that a table longer than a sheet can hold goes on in the next one.</remarks>
internal static class Workbook
{
    /// <summary>Rows that a sheet of Excel holds.</summary>
    public const int MostRows = 1_048_576;

    private const int FlushAt = 32 * 1024;

    public static async Task WriteAsync<TRow>(Table<TRow> table, IAsyncEnumerable<TRow> rows, Stream to, CancellationToken cancellation, int mostRows = MostRows)
    {
        await using (var package = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            await using var source = rows.GetAsyncEnumerator(cancellation);
            var (sheets, more) = (0, await source.MoveNextAsync());
            do
            {
                await using var entry = await OpenAsync(package, WorkbookParts.SheetPath(++sheets), cancellation);
                more = await SheetAsync(table, source, more, entry, mostRows, cancellation);
            }
            while (more);

            foreach (var (path, xml) in WorkbookParts.Around(SheetNames.Of(table.Title, sheets)))
            {
                await using var entry = await OpenAsync(package, path, cancellation);
                await entry.WriteAsync(xml, cancellation);
            }
        }

        await to.FlushAsync(cancellation);
    }

    /// <summary>Writes a sheet and says whether a row is left for the next one.</summary>
    private static async Task<bool> SheetAsync<TRow>(
        Table<TRow> table, IAsyncEnumerator<TRow> rows, bool more, Stream to, int mostRows, CancellationToken cancellation)
    {
        using var pending = new MemoryStream(FlushAt * 2);
        var sheet = new SheetXml(pending, table.Title, table.Note, table.Columns);
        sheet.Begin();
        while (more && sheet.Rows < mostRows)
        {
            sheet.BeginRow();
            for (var column = 0; column < table.Columns.Count; column++)
            {
                sheet.Cell(column, table.Cell(column, rows.Current));
            }

            sheet.EndRow();
            if (pending.Length >= FlushAt)
            {
                await MoveAsync(sheet, pending, to, cancellation);
            }

            more = await rows.MoveNextAsync();
        }

        sheet.End();
        await MoveAsync(sheet, pending, to, cancellation);
        return more;
    }

    private static async Task MoveAsync(SheetXml sheet, MemoryStream pending, Stream to, CancellationToken cancellation)
    {
        sheet.Flush();
        pending.Position = 0;
        await pending.CopyToAsync(to, cancellation);
        pending.SetLength(0);
    }

    private static Task<Stream> OpenAsync(ZipArchive package, string path, CancellationToken cancellation) =>
        package.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellation);
}
