namespace Pipelines.Sockets.Unofficial;

/// <summary>The other side reset the connection.</summary>
public sealed class ConnectionResetException(string message, Exception? inner) : IOException(message, inner)
{
    public ConnectionResetException()
        : this("The connection was reset.")
    {
    }

    public ConnectionResetException(string message)
        : this(message, inner: null)
    {
    }
}
