using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Hands out slices of one array, which <see cref="Reset"/> makes free again all at once. Not thread-safe.</summary>
public sealed class Arena<T> : IDisposable
{
    private const int DefaultBlockBytes = 128 * 1024;
    private const int MaxRetainedBlocks = 4;
    private readonly bool _clearAtReset;
    private readonly int _blockLength;
    private T[] _block = [];
    private int _used;

    public Arena(ArenaOptions? options = null, Allocator<T>? allocator = null)
    {
        _ = allocator;
        _clearAtReset = RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            || options is null || options.Flags.HasFlag(ArenaFlags.ClearAtReset);
        var bytes = options is { BlockSizeBytes: > 0 } ? options.BlockSizeBytes : DefaultBlockBytes;
        _blockLength = Math.Max(1, bytes / Unsafe.SizeOf<T>());
    }

    public Sequence<T> Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (_block.Length - _used < length)
        {
            // Sequences handed out before keep the old array alive for as long as they are referenced.
            _block = new T[Math.Max(_blockLength, length)];
            _used = 0;
        }
        var result = new Sequence<T>(_block, _used, length);
        _used += length;
        return result;
    }

    /// <summary>Frees everything allocated: earlier sequences must no longer be used.</summary>
    public void Reset()
    {
        if (_block.Length > (long)_blockLength * MaxRetainedBlocks)
        {
            _block = []; // One huge reply must not hold its memory for the life of the connection.
        }
        else if (_clearAtReset)
        {
            Array.Clear(_block, 0, _used);
        }
        _used = 0;
    }

    public void Dispose()
    {
        _block = [];
        _used = 0;
    }
}
