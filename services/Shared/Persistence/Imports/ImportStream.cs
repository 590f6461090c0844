using Google.Protobuf;
using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Rows that are committed together (导入批次), with how far the import is after them.</summary>
/// <typeparam name="TRead">A row as far as it can be judged alone.</typeparam>
/// <param name="Rows">Consecutive, at least one.</param>
/// <param name="Content">Hash over all rows of the import up to the last of these.</param>
public sealed record ImportChunk<TRead>(IReadOnlyList<TRead> Rows, byte[] Content);

/// <summary>How a call reads and takes its rows (导入步骤), where a chunk needs nothing but its rows to be written.</summary>
/// <typeparam name="TPart">A message of the stream.</typeparam>
/// <typeparam name="TRow">A row of it.</typeparam>
/// <typeparam name="TRead">A row as far as it can be judged alone.</typeparam>
/// <typeparam name="TImport">The service's kind of import.</typeparam>
/// <param name="RowsOf">The rows of a message after the header; throws when it has none.</param>
/// <param name="NumberOf">A row's number in the file.</param>
/// <param name="Read">Judges a row alone.</param>
/// <param name="WriteAsync">Commits a chunk and gives how far the import is then.</param>
public sealed record ImportSteps<TPart, TRow, TRead, TImport>(
    Func<TPart, IReadOnlyList<TRow>> RowsOf,
    Func<TRow, long> NumberOf,
    Func<TRow, TRead> Read,
    Func<TImport, ImportChunk<TRead>, Task<TImport>> WriteAsync)
    where TRow : IMessage
    where TImport : ImportProgress;

/// <summary>The same with a step between (分三步导入): what a chunk is asked and judged by is got ready while the one before is written.</summary>
/// <typeparam name="TPart">A message of the stream.</typeparam>
/// <typeparam name="TRow">A row of it.</typeparam>
/// <typeparam name="TRead">A row as far as it can be judged alone.</typeparam>
/// <typeparam name="TReady">A row ready to be written.</typeparam>
/// <typeparam name="TImport">The service's kind of import.</typeparam>
/// <param name="RowsOf">As above.</param>
/// <param name="NumberOf">As above.</param>
/// <param name="Read">As above.</param>
/// <param name="PrepareAsync">
/// Judges a chunk by what else is known, one chunk after the other. The task ends when the chunk before is committed: until then
/// its rows are not found in the database; who needs them waits for it.
/// </param>
/// <param name="WriteAsync">As above.</param>
public sealed record ImportSteps<TPart, TRow, TRead, TReady, TImport>(
    Func<TPart, IReadOnlyList<TRow>> RowsOf,
    Func<TRow, long> NumberOf,
    Func<TRow, TRead> Read,
    Func<IReadOnlyList<TRead>, Task, Task<IReadOnlyList<TReady>>> PrepareAsync,
    Func<TImport, ImportChunk<TReady>, Task<TImport>> WriteAsync)
    where TRow : IMessage
    where TImport : ImportProgress;

/// <summary>Takes a stream of rows in chunks (分批导入): while one is written the next is got ready, and the one after it read.</summary>
public static class ImportStream
{
    /// <summary>Takes the rest of the stream (导入), after its header, and gives the import as it is then.</summary>
    /// <param name="parts">The stream.</param>
    /// <param name="begun">The import as it is.</param>
    /// <param name="chunkSize">Rows of a chunk, at least; a message's rows stay together.</param>
    /// <param name="steps">What the call does.</param>
    /// <param name="protector">Hashes the rows.</param>
    /// <param name="cancellation">Ends it; the chunks in hand are written first.</param>
    /// <exception cref="RpcException">As the steps throw, and as <see cref="RowSequence.IsNew"/>.</exception>
    public static Task<TImport> TakeAsync<TPart, TRow, TRead, TImport>(
        IAsyncStreamReader<TPart> parts, TImport begun, int chunkSize, ImportSteps<TPart, TRow, TRead, TImport> steps, PersonalDataProtector protector, CancellationToken cancellation)
        where TRow : IMessage
        where TImport : ImportProgress
    {
        var ready = new ImportSteps<TPart, TRow, TRead, TRead, TImport>(
            steps.RowsOf, steps.NumberOf, steps.Read, static (rows, _) => Task.FromResult(rows), steps.WriteAsync);
        return TakeAsync(parts, begun, chunkSize, ready, protector, cancellation);
    }

    /// <summary>The same in three steps.</summary>
    /// <exception cref="RpcException">As above.</exception>
    public static async Task<TImport> TakeAsync<TPart, TRow, TRead, TReady, TImport>(
        IAsyncStreamReader<TPart> parts, TImport begun, int chunkSize, ImportSteps<TPart, TRow, TRead, TReady, TImport> steps, PersonalDataProtector protector, CancellationToken cancellation)
        where TRow : IMessage
        where TImport : ImportProgress
    {
        var sequence = new RowSequence(begun, protector);
        var writing = Task.FromResult(begun);
        var before = writing;
        Task preparing = writing;
        try
        {
            var rows = new List<TRead>(chunkSize);
            while (await parts.MoveNext(cancellation))
            {
                foreach (var row in steps.RowsOf(parts.Current))
                {
                    if (sequence.IsNew(steps.NumberOf(row), row))
                    {
                        rows.Add(steps.Read(row));
                    }
                }

                if (rows.Count >= chunkSize)
                {
                    // No more than one chunk waits behind the one that is written.
                    await before;
                    (before, writing) = (writing, NextAsync(writing, rows, sequence.Content));
                    rows = new(chunkSize);
                }
            }

            return rows.Count > 0 ? await (writing = NextAsync(writing, rows, sequence.Content)) : await writing;
        }
        finally
        {
            // Whatever ended the stream, the chunks in hand are written first: they use what the call holds.
            await Task.WhenAny(writing);
        }

        async Task<TImport> NextAsync(Task<TImport> written, IReadOnlyList<TRead> rows, byte[] content)
        {
            var ready = PrepareAsync(preparing, written, rows);
            preparing = ready;
            await Task.WhenAny(ready);
            return await steps.WriteAsync(await written, new(await ready, content));
        }

        async Task<IReadOnlyList<TReady>> PrepareAsync(Task turn, Task<TImport> written, IReadOnlyList<TRead> rows)
        {
            await turn;
            return await steps.PrepareAsync(rows, written);
        }
    }

    /// <summary>What is wrong with an import id (导入标识校验); null: nothing.</summary>
    public static FieldError? FaultOf(string importId) =>
        importId.Length is 0 or > HandledRequests.MaxRequestIdLength || importId.Contains('\uFFFD', StringComparison.Ordinal)
            ? new FieldError("import_id", $"导入标识应为 1 至 {HandledRequests.MaxRequestIdLength} 个字符，每次新的导入请使用新的标识")
            : null;

    /// <summary>The stream does not begin with a header (缺少导入说明).</summary>
    public static RpcException NoHeader() => RpcErrors.InvalidArgument("header", "第一条报文应为导入说明（header），请先发送");

    /// <summary>A message after the header has no rows, or too many (行数有误).</summary>
    public static RpcException WrongNumberOfRows(int most) => RpcErrors.InvalidArgument("rows", $"导入说明之后，每条报文应有 1 至 {most} 行");
}
