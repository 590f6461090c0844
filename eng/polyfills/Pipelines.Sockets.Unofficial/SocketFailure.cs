using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>How a failure of one direction of a connection is told.</summary>
internal sealed record SocketFailure(
    PipeShutdownKind Socket, PipeShutdownKind Disposed, PipeShutdownKind IO, PipeShutdownKind Other)
{
    public static readonly SocketFailure OfReading = new(
        PipeShutdownKind.ReadSocketError, PipeShutdownKind.ReadDisposed, PipeShutdownKind.ReadIOException, PipeShutdownKind.ReadException);

    public static readonly SocketFailure OfWriting = new(
        PipeShutdownKind.WriteSocketError, PipeShutdownKind.WriteDisposed, PipeShutdownKind.WriteIOException, PipeShutdownKind.WriteException);

    /// <returns>The kind of end, and the exception to show: none when our own side closed the socket.</returns>
    public (PipeShutdownKind Kind, Exception? Visible) Explain(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionReset } reset =>
            (Socket, new ConnectionResetException(reset.Message, reset)),
        SocketException { SocketErrorCode: SocketError.OperationAborted or SocketError.Interrupted or SocketError.InvalidArgument } =>
            (Socket, null),
        SocketException => (Socket, exception),
        ObjectDisposedException => (Disposed, null),
        IOException => (IO, exception),
        _ => (Other, new IOException(exception.Message, exception)),
    };
}
