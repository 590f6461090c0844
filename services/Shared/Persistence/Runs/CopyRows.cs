using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Wenye.Persistence;

/// <summary>Rows in the binary form of PostgreSQL's COPY (COPY 二进制格式), gathered in memory that is used again for the next shard.</summary>
/// <remarks>
/// A run over many cases writes a row for a microsecond of deciding: the row importer of the driver, a call and a check for each value,
/// would cost several times the decision. One writer at a time.
/// </remarks>
public sealed class CopyRows
{
    private const int NullLength = -1;
    private const int TextOid = 25;

    // From which PostgreSQL counts days and microseconds.
    private static readonly DateOnly Epoch = new(2000, 1, 1);
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);

    /// <summary>Rows since <see cref="Begin"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets what was gathered and writes the header.</summary>
    public void Begin()
    {
        buffer.ResetWrittenCount();
        buffer.Write(Signature);
        Count = 0;
    }

    /// <summary>Bytes gathered.</summary>
    public int Size => buffer.WrittenCount;

    /// <summary>A part of the COPY, to be sent before the next row is begun.</summary>
    public ReadOnlyMemory<byte> Gathered => buffer.WrittenMemory;

    /// <summary>Forgets the part that was sent; the next row goes on where it ended.</summary>
    public void Continue() => buffer.ResetWrittenCount();

    /// <summary>Begins a row of so many columns, each of which is written next, in order.</summary>
    public void Row(short columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), columns);
        Count++;
    }

    /// <summary>No value (空值).</summary>
    public void Null() => Length(NullLength);

    /// <summary>A smallint.</summary>
    public void Write(short value)
    {
        Length(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), value);
    }

    /// <summary>A boolean.</summary>
    public void Write(bool value)
    {
        Length(sizeof(byte));
        Take(sizeof(byte))[0] = value ? (byte)1 : (byte)0;
    }

    /// <summary>A date.</summary>
    public void Write(DateOnly value) => Write(value.DayNumber - Epoch.DayNumber);

    /// <summary>A timestamp with time zone, to the microsecond.</summary>
    public void Write(DateTimeOffset value) => Write((value.UtcTicks - Epoch.ToDateTime(default).Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>An integer.</summary>
    public void Write(int value)
    {
        Length(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);
    }

    /// <summary>A bigint; null where there is none.</summary>
    public void Write(long? value)
    {
        if (value is { } known)
        {
            Write(known);
        }
        else
        {
            Null();
        }
    }

    /// <summary>A bigint.</summary>
    public void Write(long value)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    /// <summary>A uuid.</summary>
    public void Write(Guid value)
    {
        const int size = 16;
        Length(size);
        value.TryWriteBytes(Take(size), bigEndian: true, out _);
    }

    /// <summary>A text.</summary>
    public void Write(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Length(length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>A bytea, or a text that is UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        buffer.Write(value);
    }

    /// <summary>An array of texts; null when there is none, as an empty list would only cost room.</summary>
    public void WriteOrNull(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            Null();
            return;
        }

        var length = 5 * sizeof(int);
        foreach (var value in values)
        {
            length += sizeof(int) + Encoding.UTF8.GetByteCount(value);
        }

        // One dimension, no nulls, of text, so many, counted from 1.
        ReadOnlySpan<int> header = [length, 1, 0, TextOid, values.Count, 1];
        foreach (var part in header)
        {
            Length(part);
        }

        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>Writes the trailer and gives everything gathered; it stands until the next.</summary>
    public ReadOnlyMemory<byte> End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), -1);
        return buffer.WrittenMemory;
    }

    private void Length(int length) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), length);

    private Span<byte> Take(int size)
    {
        var span = buffer.GetSpan(size)[..size];
        buffer.Advance(size);
        return span;
    }
}
