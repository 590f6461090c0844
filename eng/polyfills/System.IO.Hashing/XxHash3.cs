using System.Buffers.Binary;
using System.Numerics;
using static System.IO.Hashing.Xxh;

namespace System.IO.Hashing;

/// <summary>XXH3, 64 bits, of a whole input. Each range of lengths has its own rule.</summary>
public static class XxHash3
{
    private const ulong MixA = 0x165667919E3779F9;
    private const ulong MixB = 0x9FB21C651E98DF25;
    private const int StripeBytes = 64;
    private const int StripesPerBlock = 16;  // (192 bytes of secret - one stripe) / 8
    private const int BlockBytes = StripesPerBlock * StripeBytes;

    private static ReadOnlySpan<byte> Secret =>
    [
        0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe, 0x7c, 0x01, 0x81, 0x2c, 0xf7, 0x21, 0xad, 0x1c, 0xde, 0xd4, 0x6d, 0xe9, 0x83, 0x90, 0x97, 0xdb,
        0x72, 0x40, 0xa4, 0xa4, 0xb7, 0xb3, 0x67, 0x1f, 0xcb, 0x79, 0xe6, 0x4e, 0xcc, 0xc0, 0xe5, 0x78, 0x82, 0x5a, 0xd0, 0x7d, 0xcc, 0xff, 0x72, 0x21,
        0xb8, 0x08, 0x46, 0x74, 0xf7, 0x43, 0x24, 0x8e, 0xe0, 0x35, 0x90, 0xe6, 0x81, 0x3a, 0x26, 0x4c, 0x3c, 0x28, 0x52, 0xbb, 0x91, 0xc3, 0x00, 0xcb,
        0x88, 0xd0, 0x65, 0x8b, 0x1b, 0x53, 0x2e, 0xa3, 0x71, 0x64, 0x48, 0x97, 0xa2, 0x0d, 0xf9, 0x4e, 0x38, 0x19, 0xef, 0x46, 0xa9, 0xde, 0xac, 0xd8,
        0xa8, 0xfa, 0x76, 0x3f, 0xe3, 0x9c, 0x34, 0x3f, 0xf9, 0xdc, 0xbb, 0xc7, 0xc7, 0x0b, 0x4f, 0x1d, 0x8a, 0x51, 0xe0, 0x4b, 0xcd, 0xb4, 0x59, 0x31,
        0xc8, 0x9f, 0x7e, 0xc9, 0xd9, 0x78, 0x73, 0x64, 0xea, 0xc5, 0xac, 0x83, 0x34, 0xd3, 0xeb, 0xc3, 0xc5, 0x81, 0xa0, 0xff, 0xfa, 0x13, 0x63, 0xeb,
        0x17, 0x0d, 0xdd, 0x51, 0xb7, 0xf0, 0xda, 0x49, 0xd3, 0x16, 0x55, 0x26, 0x29, 0xd4, 0x68, 0x9e, 0x2b, 0x16, 0xbe, 0x58, 0x7d, 0x47, 0xa1, 0xfc,
        0x8f, 0xf8, 0xb8, 0xd1, 0x7a, 0xd0, 0x31, 0xce, 0x45, 0xcb, 0x3a, 0x8f, 0x95, 0x16, 0x04, 0x28, 0xaf, 0xd7, 0xfb, 0xca, 0xbb, 0x4b, 0x40, 0x7e,
    ];

    /// <exception cref="NotSupportedException">The seed is not 0: no package that we use gives one.</exception>
    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0)
    {
        if (seed != 0)
        {
            throw new NotSupportedException("This stand-in for System.IO.Hashing has XXH3 for seed 0 only.");
        }
        return source.Length switch
        {
            0 => Avalanche(SecretWord(56) ^ SecretWord(64)),
            <= 3 => HashUpTo3(source),
            <= 8 => HashUpTo8(source),
            <= 16 => HashUpTo16(source),
            <= 128 => HashUpTo128(source),
            <= 240 => HashUpTo240(source),
            _ => HashLong(source),
        };
    }

    private static ulong HashUpTo3(ReadOnlySpan<byte> s)
    {
        var combined = ((uint)s[0] << 16) | ((uint)s[s.Length >> 1] << 24) | s[^1] | ((uint)s.Length << 8);
        return Avalanche(combined ^ (ulong)(Read32(Secret) ^ Read32(Secret[4..])));
    }

    private static ulong HashUpTo8(ReadOnlySpan<byte> s)
    {
        var x = (Read32(s[^4..]) + ((ulong)Read32(s) << 32)) ^ SecretWord(8) ^ SecretWord(16);
        x ^= BitOperations.RotateLeft(x, 49) ^ BitOperations.RotateLeft(x, 24);
        x *= MixB;
        x ^= (x >> 35) + (ulong)s.Length;
        x *= MixB;
        return x ^ (x >> 28);
    }

    private static ulong HashUpTo16(ReadOnlySpan<byte> s)
    {
        var low = Read64(s) ^ SecretWord(24) ^ SecretWord(32);
        var high = Read64(s[^8..]) ^ SecretWord(40) ^ SecretWord(48);
        return FinalMix((ulong)s.Length + BinaryPrimitives.ReverseEndianness(low) + high + Fold(low, high));
    }

    // Pairs of 16 bytes from both ends towards the middle.
    private static ulong HashUpTo128(ReadOnlySpan<byte> s)
    {
        var hash = (ulong)s.Length * Prime64A;
        for (var pair = (s.Length - 1) / 32; pair >= 0; pair--)
        {
            hash += Mix16(s[(16 * pair)..], 32 * pair) + Mix16(s[^(16 * (pair + 1))..], 32 * pair + 16);
        }
        return FinalMix(hash);
    }

    private static ulong HashUpTo240(ReadOnlySpan<byte> s)
    {
        var hash = (ulong)s.Length * Prime64A;
        for (var i = 0; i < 8; i++)
        {
            hash += Mix16(s[(16 * i)..], 16 * i);
        }
        hash = FinalMix(hash);
        for (var i = 8; i < s.Length / 16; i++)
        {
            hash += Mix16(s[(16 * i)..], 16 * (i - 8) + 3);
        }
        return FinalMix(hash + Mix16(s[^16..], 136 - 17));
    }

    // Eight lanes eat stripes of 64 bytes, each with the secret moved on by 8, and are scrambled after every whole block.
    private static ulong HashLong(ReadOnlySpan<byte> s)
    {
        Span<ulong> lanes = [Prime32C, Prime64A, Prime64B, Prime64C, Prime64D, Prime32B, Prime64E, Prime32A];
        var length = (ulong)s.Length;
        var lastStripe = s[^StripeBytes..];
        for (; s.Length > BlockBytes; s = s[BlockBytes..])
        {
            AccumulateStripes(lanes, s, StripesPerBlock);
            Scramble(lanes);
        }
        AccumulateStripes(lanes, s, (s.Length - 1) / StripeBytes);
        Accumulate(lanes, lastStripe, Secret.Length - StripeBytes - 7);

        var hash = length * Prime64A;
        for (var i = 0; i < 8; i += 2)
        {
            hash += Fold(lanes[i] ^ SecretWord(11 + 8 * i), lanes[i + 1] ^ SecretWord(19 + 8 * i));
        }
        return FinalMix(hash);
    }

    private static void AccumulateStripes(Span<ulong> lanes, ReadOnlySpan<byte> source, int count)
    {
        for (var stripe = 0; stripe < count; stripe++)
        {
            Accumulate(lanes, source[(stripe * StripeBytes)..], 8 * stripe);
        }
    }

    private static void Accumulate(Span<ulong> lanes, ReadOnlySpan<byte> stripe, int secretOffset)
    {
        for (var i = 0; i < 8; i++)
        {
            var value = Read64(stripe[(8 * i)..]);
            var keyed = value ^ SecretWord(secretOffset + 8 * i);
            lanes[i ^ 1] += value;
            lanes[i] += (uint)keyed * (keyed >> 32);
        }
    }

    private static void Scramble(Span<ulong> lanes)
    {
        for (var i = 0; i < 8; i++)
        {
            lanes[i] = (lanes[i] ^ (lanes[i] >> 47) ^ SecretWord(Secret.Length - StripeBytes + 8 * i)) * Prime32A;
        }
    }

    private static ulong SecretWord(int offset) => Read64(Secret[offset..]);

    private static ulong Mix16(ReadOnlySpan<byte> s, int secretOffset) =>
        Fold(Read64(s) ^ SecretWord(secretOffset), Read64(s[8..]) ^ SecretWord(secretOffset + 8));

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong FinalMix(ulong hash)
    {
        hash ^= hash >> 37;
        hash *= MixA;
        return hash ^ (hash >> 32);
    }
}
