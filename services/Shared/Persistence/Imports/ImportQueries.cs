using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>How calls begin, find and move an import, and read its faults (导入进度与错误行).</summary>
public static class ImportQueries
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    /// <summary>The caller's import of that id.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when the agency has begun none.</exception>
    public static async Task<TImport> ImportAsync<TImport>(this ServiceDbContext database, string importId, Caller caller, CancellationToken cancellation)
        where TImport : ImportProgress =>
        await database.FindImportAsync<TImport>(caller.Agency, importId, cancellation)
        ?? throw RpcErrors.NotFound("IMPORT_NOT_FOUND", "本机构没有该标识的批量导入，请核对");

    /// <summary>Begins the caller's import of that id, or finds how far it is (开始或续传).</summary>
    public static async Task<TImport> BeginImportAsync<TImport>(this ServiceDbContext database, TImport fresh, CancellationToken cancellation)
        where TImport : ImportProgress
    {
        if (await database.FindImportAsync<TImport>(fresh.Agency, fresh.ImportId, cancellation) is { } known)
        {
            return known;
        }

        try
        {
            database.Add(fresh);
            await database.SaveChangesAsync(cancellation);
            return fresh;
        }
        catch (DbUpdateException race) when (race.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two streams begin it at once: the other one did.
            return (await database.FindImportAsync<TImport>(fresh.Agency, fresh.ImportId, cancellation))!;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>Moves an import on (推进), in the transaction that takes the rows, and gives it as it is then.</summary>
    /// <remarks>Of two streams that go on from the same row, one moves it on; the other waits for that and finds it moved.</remarks>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with it.</exception>
    public static async Task<TImport> AdvanceImportAsync<TImport>(
        this ServiceDbContext database, TImport import, int taken, int rejected, byte[] content, CancellationToken cancellation)
        where TImport : ImportProgress
    {
        var next = (TImport)import.After(taken, rejected, content);
        if (AuditedCall.Current is { } call && content.Length > 0)
        {
            call.Content = content;
        }

        var moved = await database.Set<TImport>().Where(one => one.Id == import.Id && one.NextRow == import.NextRow).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.NextRow, next.NextRow).SetProperty(i => i.Taken, next.Taken)
                .SetProperty(i => i.Rejected, next.Rejected).SetProperty(i => i.Content, next.Content),
            cancellation);
        return moved == 1 ? next : throw ImportErrors.OtherStream();
    }

    /// <summary>Its faults, in order of the row (错误行).</summary>
    public static IQueryable<RejectedField> FaultsOf(this ServiceDbContext database, ImportProgress import) =>
        database.Set<RejectedField>().AsNoTracking().Where(fault => fault.Import == import.Id).OrderBy(fault => fault.Row).ThenBy(fault => fault.Ordinal);

    /// <summary>A row's faults as they are stored (错误行入库).</summary>
    public static IEnumerable<RejectedField> Rejected(this ImportProgress import, long row, IEnumerable<FieldError> faults) =>
        faults.Select((fault, i) => new RejectedField { Import = import.Id, Row = row, Ordinal = i + 1, Field = fault.Field, Message = fault.Message });

    /// <summary>A page of an import's faults (错误行分页) with the token of the next page, empty at the end.</summary>
    /// <typeparam name="TImport">The service's kind of import.</typeparam>
    /// <param name="database">The service's.</param>
    /// <param name="request">The list's request, with a page_token.</param>
    /// <param name="importId">Its import_id.</param>
    /// <param name="pageSize">Its page_size.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT on paging at fault; NOT_FOUND when the agency has begun none.</exception>
    public static async Task<(IReadOnlyList<RejectedField> Faults, string NextPageToken)> FaultPageAsync<TImport>(
        this ServiceDbContext database, IMessage request, string importId, int pageSize, Caller caller, CancellationToken cancellation)
        where TImport : ImportProgress
    {
        var (row, ordinal) = Demand(request, pageSize);
        var import = await database.ImportAsync<TImport>(importId, caller, cancellation);
        var size = pageSize == 0 ? DefaultPageSize : pageSize;
        var faults = await database.FaultsOf(import)
            .Where(fault => fault.Row > row || (fault.Row == row && fault.Ordinal > ordinal))
            .Take(size + 1).ToListAsync(cancellation);
        return faults.Count > size
            ? (faults[..size], PageToken.After(request, Text(faults[size - 1].Row), Text(faults[size - 1].Ordinal)))
            : (faults, "");
    }

    private static Task<TImport?> FindImportAsync<TImport>(this ServiceDbContext database, string agency, string importId, CancellationToken cancellation)
        where TImport : ImportProgress =>
        database.Set<TImport>().AsNoTracking().SingleOrDefaultAsync(import => import.Agency == agency && import.ImportId == importId, cancellation);

    // After which fault the page begins.
    private static (long Row, int Ordinal) Demand(IMessage request, int pageSize)
    {
        List<FieldError> faults = [];
        if (pageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new("page_size", $"每页行数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        var (row, ordinal) = (0L, 0);
        if (!PageToken.TryRead(request, parts: 2, out var after)
            || (after is not null && !(long.TryParse(after[0], CultureInfo.InvariantCulture, out row) && int.TryParse(after[1], CultureInfo.InvariantCulture, out ordinal))))
        {
            faults.Add(new("page_token", "分页标记无效，请用上一页返回的标记，查询条件不变"));
        }

        return faults.Count > 0 ? throw RpcErrors.InvalidArgument(faults) : (row, ordinal);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
