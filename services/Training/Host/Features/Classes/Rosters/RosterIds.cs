using System.Buffers.Binary;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Ids of enrolments (学员标识): UUIDv7 that follow each other as the rows of a roster do, though thousands are made in a millisecond.</summary>
internal static class RosterIds
{
    private const int CounterBits = 18;

    /// <summary>The id of a row (行的标识): the time, then the row's number in the 18 bits after it, then chance.</summary>
    public static Guid Of(DateTimeOffset at, long row)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var counter = (int)(row & ((1 << CounterBits) - 1));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (counter >> 6)));
        bytes[8] = (byte)(0x80 | (counter & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
