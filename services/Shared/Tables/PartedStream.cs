namespace Wenye.Tables;

/// <summary>A stream that hands on what is written to it in parts of at most a size (分段输出), such as the messages of a call. Flush before the end.</summary>
/// <param name="size">Bytes a part holds at most.</param>
/// <param name="send">Takes a part; it is the receiver's to keep.</param>
public sealed class PartedStream(int size, Func<byte[], CancellationToken, Task> send) : Stream
{
    private readonly MemoryStream pending = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => pending.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => pending.Write(buffer);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        pending.Write(buffer.Span);
        await SendAsync(size, cancellationToken);
    }

    /// <summary>Keeps what is pending until an asynchronous flush: a part can only be sent asynchronously.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => SendAsync(1, cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Sends parts while at least so many bytes are pending.</summary>
    private async Task SendAsync(int atLeast, CancellationToken cancellation)
    {
        var sent = 0;
        var all = pending.GetBuffer();
        while (pending.Length - sent >= atLeast)
        {
            var part = all.AsSpan(sent, (int)Math.Min(size, pending.Length - sent)).ToArray();
            await send(part, cancellation);
            sent += part.Length;
        }

        if (sent > 0)
        {
            var rest = all.AsSpan(sent, (int)pending.Length - sent).ToArray();
            pending.SetLength(0);
            pending.Write(rest);
        }
    }
}
