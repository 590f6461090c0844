using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>An agency that imports files.</summary>
public sealed record TestImporter(string Id, ApplicationImportService.ApplicationImportServiceClient Client)
{
    /// <summary>Rows without fault, of people no other test uses.</summary>
    public static List<ApplicationRow> Rows(int count) =>
        [.. Enumerable.Range(1, count).Select(row => new ApplicationRow { Row = row, Form = Applications.Form() })];

    public async Task<ImportApplicationsResponse> ImportAsync(
        string importId, IReadOnlyList<ApplicationRow> rows, ApplicationChannel channel = ApplicationChannel.Unspecified, int rowsAMessage = 500)
    {
        using var call = Client.ImportApplications();
        return await call.AnswerAsync(() => SendAsync(call, importId, rows, rowsAMessage, channel));
    }

    /// <summary>Sends the header, unless there is no id, and the rows; a stream that the server has ended takes no more.</summary>
    public static async Task SendAsync(
        AsyncClientStreamingCall<ImportApplicationsRequest, ImportApplicationsResponse> call,
        string? importId, IReadOnlyList<ApplicationRow> rows, int rowsAMessage, ApplicationChannel channel = ApplicationChannel.Unspecified)
    {
        if (importId is not null)
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = importId, Channel = channel } });
        }

        foreach (var part in rows.Chunk(rowsAMessage))
        {
            try
            {
                await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { part } } });
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException)
            {
                return; // The answer says why.
            }
        }
    }

    /// <summary>All faults, page by page.</summary>
    public async Task<List<ImportFault>> FaultsAsync(string importId, int pageSize = 0)
    {
        var faults = new List<ImportFault>();
        var request = new ListImportFaultsRequest { ImportId = importId, PageSize = pageSize };
        do
        {
            var page = await Client.ListImportFaultsAsync(request);
            faults.AddRange(page.Faults);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return faults;
    }
}
