namespace Wenye.Tables;

/// <summary>What a table is written as (导出格式).</summary>
public enum FileFormat
{
    /// <summary>UTF-8 with a byte order mark, RFC 4180.</summary>
    Csv,

    /// <summary>Office Open XML workbook (ISO/IEC 29500).</summary>
    Xlsx,
}

/// <summary>Writes tables as files (导出). Rows are taken one by one and never kept: a table may be longer than memory.</summary>
public static class TableFiles
{
    /// <summary>The media type (媒体类型).</summary>
    public static string ContentType(FileFormat format) =>
        format == FileFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A name for a file (文件名): the stem without what file systems refuse, and its ending.</summary>
    public static string FileName(string stem, FileFormat format) =>
        string.Concat(stem.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)) + (format == FileFormat.Csv ? ".csv" : ".xlsx");

    /// <summary>Writes a table (写出). The stream need not be able to seek; it is flushed and left open.</summary>
    /// <exception cref="InvalidDataException">A text is longer than a workbook's cell can hold.</exception>
    public static Task WriteAsync<TRow>(Table<TRow> table, FileFormat format, IAsyncEnumerable<TRow> rows, Stream to, CancellationToken cancellation) =>
        format == FileFormat.Csv ? CsvFile.WriteAsync(table, rows, to, cancellation) : Workbook.WriteAsync(table, rows, to, cancellation);

    /// <inheritdoc cref="WriteAsync{TRow}(Table{TRow}, FileFormat, IAsyncEnumerable{TRow}, Stream, CancellationToken)"/>
    public static Task WriteAsync<TRow>(Table<TRow> table, FileFormat format, IEnumerable<TRow> rows, Stream to, CancellationToken cancellation) =>
        WriteAsync(table, format, rows.ToAsyncEnumerable(), to, cancellation);
}
