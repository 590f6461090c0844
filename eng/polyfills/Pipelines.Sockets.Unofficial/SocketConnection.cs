using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

[Flags]
public enum SocketConnectionOptions
{
    None = 0,
    ZeroLengthReads = 1,
    InlineReads = 2,
    InlineWrites = 4,
    InlineConnect = 8,
}

/// <summary>A connected socket as a pair of pipes: two loops copy between them until either side ends.</summary>
public sealed class SocketConnection : IMeasuredDuplexPipe, IDisposable
{
    private readonly Pipe _received;
    private readonly Pipe _toSend;
    private readonly string _name;
    private long _bytesRead;
    private long _bytesSent;
    private int _lastReceived;
    private int _shutdownKind;
    private int _socketError;

    private SocketConnection(Socket socket, PipeOptions sendOptions, PipeOptions receiveOptions, string? name)
    {
        Socket = socket;
        _name = string.IsNullOrWhiteSpace(name) ? nameof(SocketConnection) : name.Trim();
        _toSend = new Pipe(sendOptions);
        _received = new Pipe(receiveOptions);
        sendOptions.ReaderScheduler.Schedule(static self => _ = ((SocketConnection)self!).SendAllAsync(), this);
        receiveOptions.ReaderScheduler.Schedule(static self => _ = ((SocketConnection)self!).ReceiveAllAsync(), this);
    }

    public PipeReader Input => _received.Reader;

    public PipeWriter Output => _toSend.Writer;

    public Socket Socket { get; }

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <summary>Size of the last receive; 0 after the end of the stream.</summary>
    public int LastReceived => Volatile.Read(ref _lastReceived);

    /// <summary>The first reason to end, or None while open.</summary>
    public PipeShutdownKind ShutdownKind => (PipeShutdownKind)Volatile.Read(ref _shutdownKind);

    public SocketError SocketError => (SocketError)Volatile.Read(ref _socketError);

    long IMeasuredDuplexPipe.TotalBytesSent => BytesSent;

    long IMeasuredDuplexPipe.TotalBytesReceived => BytesRead;

    /// <summary>The stand-in has no dependencies.</summary>
    public static void AssertDependencies()
    {
    }

    public static void SetRecommendedClientOptions(Socket socket)
    {
        if (socket.AddressFamily != AddressFamily.Unix)
        {
            socket.NoDelay = true;
        }
    }

    public static SocketConnection Create(
        Socket socket,
        PipeOptions? sendPipeOptions,
        PipeOptions? receivePipeOptions,
        SocketConnectionOptions socketConnectionOptions = SocketConnectionOptions.None,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return new SocketConnection(socket, sendPipeOptions ?? PipeOptions.Default, receivePipeOptions ?? PipeOptions.Default, name);
    }

    public Counters GetCounters() => new(Socket);

    /// <summary>Notes that the protocol, not the transport, ended the connection. False if something ended it before.</summary>
    public bool TrySetProtocolShutdown(PipeShutdownKind kind) =>
        kind is PipeShutdownKind.ProtocolExitClient or PipeShutdownKind.ProtocolExitServer && TrySetShutdown(kind);

    public override string ToString() => _name;

    public void Dispose()
    {
        TrySetShutdown(PipeShutdownKind.PipeDisposed);
        ShutDown(SocketShutdown.Both);
        Socket.Dispose(); // Fails a receive or send under way, which ends both loops.
    }

    private async Task ReceiveAllAsync()
    {
        Exception? error = null;
        try
        {
            var end = PipeShutdownKind.None;
            while (end == PipeShutdownKind.None)
            {
                end = await ReceiveOnceAsync();
            }
            TrySetShutdown(end);
        }
        catch (Exception e)
        {
            error = Explain(e, SocketFailure.OfReading);
        }
        ShutDown(SocketShutdown.Receive);
        await _received.Writer.CompleteAsync(error);
    }

    private async ValueTask<PipeShutdownKind> ReceiveOnceAsync()
    {
        var count = await Socket.ReceiveAsync(_received.Writer.GetMemory(1), SocketFlags.None);
        Volatile.Write(ref _lastReceived, count);
        if (count == 0)
        {
            return PipeShutdownKind.ReadEndOfStream;
        }
        Interlocked.Add(ref _bytesRead, count);
        _received.Writer.Advance(count);
        var flush = await _received.Writer.FlushAsync();
        return flush.IsCompleted ? PipeShutdownKind.ReadFlushCompleted
            : flush.IsCanceled ? PipeShutdownKind.ReadFlushCanceled
            : PipeShutdownKind.None;
    }

    private async Task SendAllAsync()
    {
        Exception? error = null;
        try
        {
            ReadResult written;
            do
            {
                written = await _toSend.Reader.ReadAsync();
                foreach (var segment in written.Buffer)
                {
                    await SendAsync(segment);
                }
                _toSend.Reader.AdvanceTo(written.Buffer.End);
            }
            while (!written.IsCompleted);
            TrySetShutdown(PipeShutdownKind.WriteEndOfStream);
        }
        catch (Exception e)
        {
            error = Explain(e, SocketFailure.OfWriting);
        }
        ShutDown(SocketShutdown.Send);
        await _toSend.Reader.CompleteAsync(error);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = await Socket.SendAsync(bytes, SocketFlags.None);
            Interlocked.Add(ref _bytesSent, count);
            bytes = bytes[count..];
        }
    }

    // Notes the reason; returns what the pipe's other end is to see, null when we closed the socket ourselves.
    private Exception? Explain(Exception exception, SocketFailure failure)
    {
        var (kind, visible) = failure.Explain(exception);
        TrySetShutdown(kind, (exception as SocketException)?.SocketErrorCode ?? SocketError.Success);
        return visible;
    }

    private bool TrySetShutdown(PipeShutdownKind kind, SocketError error = SocketError.Success)
    {
        if (Interlocked.CompareExchange(ref _shutdownKind, (int)kind, (int)PipeShutdownKind.None) != (int)PipeShutdownKind.None)
        {
            return false;
        }
        Volatile.Write(ref _socketError, (int)error);
        return true;
    }

    private void ShutDown(SocketShutdown how)
    {
        try
        {
            Socket.Shutdown(how);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Already gone, which is what was wanted.
        }
    }

    /// <summary>For diagnostics. A pipe does not tell its length: -1 is what callers read as unknown.</summary>
    public readonly struct Counters
    {
        internal Counters(Socket socket)
        {
            try
            {
                BytesAvailableOnSocket = socket.Available;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                BytesAvailableOnSocket = -1;
            }
        }

        public long BytesAvailableOnSocket { get; }

        public long BytesWaitingToBeSent => -1;

        public long BytesWaitingToBeRead => -1;
    }
}
