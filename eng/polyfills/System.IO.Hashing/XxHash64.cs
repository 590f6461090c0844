using System.Buffers.Binary;
using System.Numerics;
using static System.IO.Hashing.Xxh;

namespace System.IO.Hashing;

/// <summary>XXH64 of a whole input.</summary>
public static class XxHash64
{
    private const int StripeBytes = 32;

    /// <returns>The hash in big-endian order.</returns>
    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var result = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(result, HashToUInt64(source));
        return result;
    }

    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0)
    {
        var length = (ulong)source.Length;
        var hash = source.Length < StripeBytes ? (ulong)seed + Prime64E : HashStripes(ref source, (ulong)seed);
        return Avalanche(HashRest(source, hash + length));
    }

    // Four lanes eat 8 bytes each of every whole stripe; the rest is left in source.
    private static ulong HashStripes(ref ReadOnlySpan<byte> source, ulong seed)
    {
        ulong a = seed + Prime64A + Prime64B, b = seed + Prime64B, c = seed, d = seed - Prime64A;
        for (; source.Length >= StripeBytes; source = source[StripeBytes..])
        {
            a = Round(a, Read64(source));
            b = Round(b, Read64(source[8..]));
            c = Round(c, Read64(source[16..]));
            d = Round(d, Read64(source[24..]));
        }
        var hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
            + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong HashRest(ReadOnlySpan<byte> rest, ulong hash)
    {
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash = BitOperations.RotateLeft(hash ^ Round(0, Read64(rest)), 27) * Prime64A + Prime64D;
        }
        if (rest.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ (Read32(rest) * Prime64A), 23) * Prime64B + Prime64C;
            rest = rest[4..];
        }
        foreach (var value in rest)
        {
            hash = BitOperations.RotateLeft(hash ^ (value * Prime64E), 11) * Prime64A;
        }
        return hash;
    }

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + input * Prime64B, 31) * Prime64A;

    private static ulong Merge(ulong hash, ulong lane) => (hash ^ Round(0, lane)) * Prime64A + Prime64D;
}
