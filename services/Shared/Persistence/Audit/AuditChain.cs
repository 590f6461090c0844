using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wenye.Persistence;

/// <summary>How the chain is reckoned (审计链计算).</summary>
internal static class AuditChain
{
    /// <summary>Bytes of a leaf and of a head: SHA-256.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Entries of a seal, at most.</summary>
    public const int MostSealed = 10_000;

    /// <summary>The head before the first entry (初始链首).</summary>
    public static byte[] Beginning => new byte[HashLength];

    /// <summary>The head after these leaves (链首): SHA-256 of the head before and the leaf, one after the other.</summary>
    public static byte[] Head(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> leaves)
    {
        Span<byte> link = stackalloc byte[2 * HashLength];
        previous.CopyTo(link);
        for (; leaves.Length > 0; leaves = leaves[HashLength..])
        {
            leaves[..HashLength].CopyTo(link[HashLength..]);
            SHA256.HashData(link, link[..HashLength]);
        }

        return link[..HashLength].ToArray();
    }

    /// <summary>What the MAC of a seal is over (封存签名范围).</summary>
    public static byte[] Signed(AuditSeal seal)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{seal.Number} {seal.FirstSeq} {seal.Entries.Length} {seal.Snapshot} {seal.RestoredUpTo} {seal.SealedAt.UtcTicks / TimeSpan.TicksPerMicrosecond}\n"));
        return [.. text, .. seal.Previous, .. seal.Head];
    }

    /// <summary>As PostgreSQL orders UUIDs and as time orders these (次序).</summary>
    public static int Compare(Guid one, Guid other)
    {
        Span<byte> bytes = stackalloc byte[32];
        one.TryWriteBytes(bytes, bigEndian: true, out _);
        other.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes).CompareTo(BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));
        return high != 0 ? high : BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]).CompareTo(BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));
    }
}
