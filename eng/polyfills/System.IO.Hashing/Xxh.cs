using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>What both hashes of the xxHash family share (specification: github.com/Cyan4973/xxHash, doc/xxhash_spec.md).</summary>
internal static class Xxh
{
    public const uint Prime32A = 0x9E3779B1;
    public const uint Prime32B = 0x85EBCA77;
    public const uint Prime32C = 0xC2B2AE3D;
    public const ulong Prime64A = 0x9E3779B185EBCA87;
    public const ulong Prime64B = 0xC2B2AE3D27D4EB4F;
    public const ulong Prime64C = 0x165667B19E3779F9;
    public const ulong Prime64D = 0x85EBCA77C2B2AE63;
    public const ulong Prime64E = 0x27D4EB2F165667C5;

    public static ulong Read64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    public static uint Read32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>The final mix of XXH64, which XXH3 uses for its shortest inputs.</summary>
    public static ulong Avalanche(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= Prime64B;
        hash ^= hash >> 29;
        hash *= Prime64C;
        return hash ^ (hash >> 32);
    }
}
