using Npgsql;

namespace Wenye.Benchmarks.Bare;

/// <summary>Rows as a COPY gave them, in memory in pieces of a megabyte: for a bare COPY of the same bytes.</summary>
internal sealed class CopiedRows
{
    private const int PieceSize = 1 << 20;
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];

    private CopiedRows()
    {
    }

    /// <summary>Reads what a <c>COPY … TO STDOUT (FORMAT BINARY)</c> gives.</summary>
    public static async Task<CopiedRows> ReadAsync(NpgsqlConnection connection, string copyOut)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(copyOut);

        // A read gives one row: gathered here, or each would hold a buffer of its own.
        var rows = new CopiedRows();
        var piece = new byte[PieceSize];
        var filled = 0;
        for (var length = await copy.ReadAsync(piece, CancellationToken.None); length > 0; length = await copy.ReadAsync(piece.AsMemory(filled), CancellationToken.None))
        {
            filled += length;
            if (filled == PieceSize)
            {
                rows._pieces.Add(piece);
                piece = new byte[PieceSize];
                filled = 0;
            }
        }

        rows._pieces.Add(piece.AsMemory(0, filled));
        return rows;
    }

    /// <summary>Sends them by a <c>COPY … FROM STDIN (FORMAT BINARY)</c> to a table of the same columns.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, string copyIn)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(copyIn);
        foreach (var piece in _pieces)
        {
            await copy.WriteAsync(piece);
        }
    }
}
