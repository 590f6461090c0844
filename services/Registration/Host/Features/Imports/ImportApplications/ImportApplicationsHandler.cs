using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using ApplicationImport = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Takes a file of forms row by row (批量导入); while a chunk is written the next one is read.</summary>
internal sealed class ImportApplicationsHandler(
    RegistrationDbContext database, OpenImports open, RowReader reader, ChunkWriter writer, PersonalDataProtector protector)
{
    private const int ChunkSize = 1000;
    private const int FaultsShown = 100;

    public async Task<ImportApplicationsResponse> HandleAsync(
        IAsyncStreamReader<ImportApplicationsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var writing = writer.BeginAsync(await ImportParts.HeaderAsync(parts, caller, cancellation), caller, cancellation);
        var (sequence, channel) = (new RowSequence(await writing, protector), (await writing).Channel);
        try
        {
            var rows = new List<ImportRow>();
            while (await parts.MoveNext(cancellation))
            {
                foreach (var row in ImportParts.RowsOf(parts.Current))
                {
                    if (sequence.IsNew(row))
                    {
                        rows.Add(reader.Read(row, channel, caller));
                    }
                }

                if (rows.Count >= ChunkSize)
                {
                    writing = writer.WriteAsync(await writing, new ImportChunk(rows, sequence.Content), caller, cancellation);
                    rows = [];
                }
            }

            var import = await writing;
            if (rows.Count > 0)
            {
                import = await writer.WriteAsync(import, new ImportChunk(rows, sequence.Content), caller, cancellation);
            }

            var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
            return new ImportApplicationsResponse { Import = import.ToContract(), Faults = { faults.Select(ImportQueries.ToContract) } };
        }
        finally
        {
            // Whatever ended the stream, the chunk in hand is written first: it uses what the call holds.
            await Task.WhenAny(writing);
        }
    }
}
