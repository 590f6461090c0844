using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

public interface IMeasuredDuplexPipe : IDuplexPipe
{
    long TotalBytesSent { get; }

    long TotalBytesReceived { get; }
}
