using Google.Protobuf;
using Wenye.Contracts.Tables.V1;
using Wenye.ServiceDefaults;
using Wenye.Tables;

namespace Wenye.Statistics.Features.Exports;

/// <summary>Sends tables as files in the parts of a call (报表文件下发): the name first, then the data as it is made.</summary>
internal static class TableAnswers
{
    private const int PartSize = 65_536;

    /// <summary>The format that is asked for.</summary>
    public static FileFormat Format(RequestFaults faults, TableFormat format)
    {
        faults.Demand(format is TableFormat.Csv or TableFormat.Xlsx, "format", "请选择 CSV 或 XLSX 格式");
        return format == TableFormat.Xlsx ? FileFormat.Xlsx : FileFormat.Csv;
    }

    /// <summary>Sends a table (下发).</summary>
    /// <param name="table">What the rows show.</param>
    /// <param name="stem">Name of the file without its ending.</param>
    /// <param name="format">As what.</param>
    /// <param name="rows">Taken one by one.</param>
    /// <param name="send">Sends a message that holds the part.</param>
    public static async Task SendAsync<TRow>(
        Table<TRow> table, string stem, FileFormat format, IAsyncEnumerable<TRow> rows, Func<TableFilePart, CancellationToken, Task> send, CancellationToken cancellation)
    {
        await send(new() { FileName = TableFiles.FileName(stem, format), ContentType = TableFiles.ContentType(format) }, cancellation);
        await using var to = new PartedStream(PartSize, (part, stopping) => send(new() { Data = UnsafeByteOperations.UnsafeWrap(part) }, stopping));
        await TableFiles.WriteAsync(table, format, rows, to, cancellation);
    }
}
