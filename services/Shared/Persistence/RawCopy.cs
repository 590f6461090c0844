using System.Data;
using Microsoft.Extensions.ObjectPool;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Sends encoded rows by COPY in parts (分段批量复制), whole or not at all.</summary>
internal static class RawCopy
{
    // Rows are sent when there are so many bytes of them.
    private const int PartSize = 1 << 20;

    private static readonly ObjectPool<CopyRows> Buffers = ObjectPool.Create<CopyRows>();

    /// <summary>Sends the rows; nothing is there when it throws.</summary>
    /// <param name="connection">An open one.</param>
    /// <param name="copy">COPY … FROM STDIN (FORMAT BINARY).</param>
    /// <param name="rows">What to send.</param>
    /// <param name="encode">Writes one of them, with all columns of the statement.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task SendAsync<TRow>(
        NpgsqlConnection connection, string copy, IEnumerable<TRow> rows, Action<CopyRows, TRow> encode, CancellationToken cancellation)
    {
        await using var sending = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
        var part = Buffers.Get();
        try
        {
            part.Begin();
            foreach (var row in rows)
            {
                encode(part, row);
                if (part.Size >= PartSize)
                {
                    await sending.WriteAsync(part.Gathered, cancellation);
                    part.Continue();
                }
            }

            await sending.WriteAsync(part.End(), cancellation);
        }
        catch (Exception) when (connection.State == ConnectionState.Open)
        {
            // Disposed as it is it would end the COPY, and what was sent until now would stay.
            await sending.CancelAsync();
            throw;
        }
        finally
        {
            Buffers.Return(part);
        }
    }
}
