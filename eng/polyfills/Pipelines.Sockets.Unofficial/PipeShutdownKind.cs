namespace Pipelines.Sockets.Unofficial;

/// <summary>Why a connection ended. The numbers are part of the contract: callers were compiled against them.</summary>
public enum PipeShutdownKind
{
    None = 0,
    PipeDisposed = 1,
    ReadEndOfStream = 100,
    ReadDisposed = 101,
    ReadIOException = 102,
    ReadException = 103,
    ReadSocketError = 104,
    ReadFlushCompleted = 105,
    ReadFlushCanceled = 106,
    WriteEndOfStream = 200,
    WriteDisposed = 201,
    WriteIOException = 203,
    WriteException = 204,
    WriteSocketError = 205,
    InputReaderCompleted = 300,
    InputWriterCompleted = 301,
    OutputReaderCompleted = 302,
    OutputWriterCompleted = 303,
    ProtocolExitClient = 400,
    ProtocolExitServer = 401,
}
