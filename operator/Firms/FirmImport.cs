using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Operator.Firms;

/// <summary>Sends rows of firm data under an id and goes on where an earlier run stopped (企业数据上传).</summary>
internal static class FirmImport
{
    private const int RowsAMessage = 1000;

    /// <summary>Sends what is not settled yet and says how far the import is.</summary>
    /// <param name="firms">The service.</param>
    /// <param name="id">The same rows have the same id.</param>
    /// <param name="rows">All rows, in their order; they are numbered here.</param>
    /// <param name="cancellation">Ends it; the next run goes on.</param>
    public static async Task<FirmDataImport> SendAsync(
        FirmDataService.FirmDataServiceClient firms, string id, IEnumerable<FirmDataRow> rows, CancellationToken cancellation)
    {
        var next = await NextRowAsync(firms, id, cancellation);
        using var call = firms.ImportFirmData(cancellationToken: cancellation);
        try
        {
            await call.RequestStream.WriteAsync(new ImportFirmDataRequest { Header = new FirmDataImportHeader { ImportId = id } }, cancellation);
            foreach (var part in rows.Select(Numbered).Where(row => row.Row >= next).Chunk(RowsAMessage))
            {
                await call.RequestStream.WriteAsync(new ImportFirmDataRequest { Rows = new FirmDataRows { Rows = { part } } }, cancellation);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (InvalidOperationException)
        {
            // The server has ended the call: its answer says why.
        }

        return (await call.ResponseAsync).Import;
    }

    private static FirmDataRow Numbered(FirmDataRow row, int place)
    {
        row.Row = place + 1;
        return row;
    }

    private static async Task<long> NextRowAsync(FirmDataService.FirmDataServiceClient firms, string id, CancellationToken cancellation)
    {
        try
        {
            return (await firms.GetFirmDataImportAsync(new GetFirmDataImportRequest { ImportId = id }, cancellationToken: cancellation)).Import.NextRow;
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
        {
            return 1;
        }
    }
}
