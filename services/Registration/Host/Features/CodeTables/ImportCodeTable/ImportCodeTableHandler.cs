using Grpc.Core;
using Npgsql;
using Wenye.CodeTables;
using Wenye.CodeTables.Distribution;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.ImportCodeTable;

/// <summary>Takes an edition of a table over (导入代码表版本): all of it or nothing, one import at a time.</summary>
/// <remarks>Repeating an import changes nothing, so the call needs no request id.</remarks>
internal sealed class ImportCodeTableHandler(NpgsqlDataSource database, CodeTableUpkeep upkeep, TimeProvider time)
{
    private const int MostTables = 200;
    private const int MostEntries = 200_000;

    public async Task<ImportCodeTableResponse> HandleAsync(
        IAsyncStreamReader<ImportCodeTableRequest> requests, Caller caller, CancellationToken cancellation)
    {
        var import = await EditionStream.ReadAsync(requests, cancellation);
        var faults = import.UnreadableDays.Concat(EditionChecks.Faults(import.Edition, CodeTableSet.Shipped)).OrderBy(fault => fault.Line).ToList();
        await using var writing = await CodeTableWriting.BeginAsync(database, cancellation);
        if (faults.Count > 0)
        {
            return ImportReport.Refused(import.Header, faults, writing.Version);
        }

        var table = import.Header.Table;
        var before = await writing.ReadAsync(table, cancellation);
        var merged = EditionMerge.Merge(before ?? CodeTableSet.Shipped.Entries(table), import.Edition);
        if (merged.Entries.Count > MostEntries || (before is null && await writing.CountTablesAsync(cancellation) >= MostTables))
        {
            throw RpcErrors.ResourceExhausted("CODE_TABLES_FULL", $"代码表总数不得超过 {MostTables} 个，一个代码表历次版本合计不得超过 {MostEntries} 项");
        }

        if (import.Header.DryRun || (before is not null && merged.Entries.ToHashSet().SetEquals(before)))
        {
            return ImportReport.Of(import.Header, merged, applied: !import.Header.DryRun, writing.Version);
        }

        var version = await writing.SaveAsync(merged.Entries, number => Edition(import, caller, number), cancellation);
        // Committed: the snapshot and Redis follow whether or not the caller still waits.
        await upkeep.RefreshAsync(CancellationToken.None);
        return ImportReport.Of(import.Header, merged, applied: true, version);
    }

    private StoredCodeEdition Edition(EditionStream import, Caller caller, long version) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        TableCode = import.Header.Table,
        Name = import.Name,
        Edition = import.Header.Edition,
        Source = import.Header.Source,
        EffectiveFrom = import.Edition.EffectiveFrom,
        ImportedAt = time.GetUtcNow(),
        ImportedBy = caller.Agency,
        Entries = import.Edition.Rows.Count,
        Version = version,
    };
}
