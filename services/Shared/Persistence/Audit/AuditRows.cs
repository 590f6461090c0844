using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Wenye.Persistence;

/// <summary>Entries as a binary COPY brings them (审计记录流). An entry's leaf is SHA-256 of its row as PostgreSQL sends it: that form is documented and the same in every release.</summary>
internal sealed class AuditRows(Stream copy)
{
    /// <summary>The columns of an entry in the order that is hashed; never changed once in use.</summary>
    public const string Columns = "id, xact, written_at, done, mac, body";

    private const int HeaderLength = 19;
    private const int ColumnCount = 6;
    private byte[] buffer = new byte[1 << 20];
    private int from;
    private int to;
    private bool begun;

    /// <summary>The next entry (下一条); it stands until the one after it. False at the end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        if (!begun)
        {
            await HaveAsync(HeaderLength, cancellation);
            from += HeaderLength;
            begun = true;
        }

        await HaveAsync(sizeof(short), cancellation);
        if (BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(from)) < 0)
        {
            return false;
        }

        // The fields are counted before any is looked at: what is read meanwhile may move them.
        var length = sizeof(short);
        for (var i = 0; i < ColumnCount; i++)
        {
            await HaveAsync(length + sizeof(int), cancellation);
            length += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(from + length)));
        }

        await HaveAsync(length, cancellation);
        Row = buffer.AsMemory(from, length);
        from += length;
        Current = Parse(Row.Span);
        return true;
    }

    /// <summary>The row as it was sent.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }

    /// <summary>What was read last.</summary>
    public Fields Current { get; private set; }

    /// <summary>SHA-256 of the row.</summary>
    public byte[] Leaf => SHA256.HashData(Row.Span);

    /// <summary>The body, as UTF-8.</summary>
    public ReadOnlySpan<byte> Body => Row.Span.Slice(Current.BodyAt, Current.BodyLength);

    /// <summary>Id of the key and MAC; empty when there is none.</summary>
    public ReadOnlySpan<byte> Mac => Row.Span.Slice(Current.MacAt, Current.MacLength);

    private static Fields Parse(ReadOnlySpan<byte> row)
    {
        Span<int> at = stackalloc int[ColumnCount];
        Span<int> length = stackalloc int[ColumnCount];
        var position = sizeof(short);
        for (var i = 0; i < ColumnCount; i++)
        {
            length[i] = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(row[position..]));
            at[i] = position + sizeof(int);
            position = at[i] + length[i];
        }

        return new(
            new Guid(row.Slice(at[0], length[0]), bigEndian: true), BinaryPrimitives.ReadUInt64BigEndian(row[at[1]..]), at[4], length[4], at[5], length[5]);
    }

    private async ValueTask HaveAsync(int length, CancellationToken cancellation)
    {
        if (to - from >= length)
        {
            return;
        }

        if (from + length > buffer.Length)
        {
            var larger = length > buffer.Length ? new byte[length * 2] : buffer;
            buffer.AsSpan(from, to - from).CopyTo(larger);
            (buffer, to, from) = (larger, to - from, 0);
        }

        while (to - from < length)
        {
            var read = await copy.ReadAsync(buffer.AsMemory(to), cancellation);
            to += read > 0 ? read : throw new EndOfStreamException("The copy of the audit log ends within an entry.");
        }
    }

    /// <summary>Of an entry (审计记录字段).</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Xact">Its transaction.</param>
    /// <param name="MacAt">Where in the row.</param>
    /// <param name="MacLength">Bytes.</param>
    /// <param name="BodyAt">Where in the row.</param>
    /// <param name="BodyLength">Bytes.</param>
    internal readonly record struct Fields(Guid Id, ulong Xact, int MacAt, int MacLength, int BodyAt, int BodyLength);
}
