using System.Buffers;

namespace Pipelines.Sockets.Unofficial.Arenas;

[Flags]
public enum ArenaFlags
{
    None = 0,
    ClearAtReset = 1,
    ClearAtDispose = 2,
    PreferUnmanaged = 4,
    PreferPinned = 8,
    BlittableNonPaddedSharing = 16,
    BlittablePaddedSharing = 32,
}

public sealed class ArenaOptions(
    ArenaFlags flags = ArenaFlags.ClearAtReset | ArenaFlags.ClearAtDispose,
    int blockSizeBytes = 0,
    Func<long, long, long>? retentionPolicy = null)
{
    public ArenaFlags Flags { get; } = flags;

    /// <summary>0 for the default.</summary>
    public int BlockSizeBytes { get; } = blockSizeBytes;

    public Func<long, long, long>? RetentionPolicy { get; } = retentionPolicy;
}

/// <summary>A type for signatures only: the stand-in always takes managed arrays.</summary>
public abstract class Allocator<T>
{
    public abstract IMemoryOwner<T> Allocate(int length);
}
