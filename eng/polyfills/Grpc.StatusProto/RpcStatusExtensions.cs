using Google.Rpc;

namespace Grpc.Core;

/// <summary>Turns a detailed status into an exception.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception with the status in its trailers; a code that gRPC does not know becomes UNKNOWN.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var code = (StatusCode)status.Code;
        return status.ToRpcException(Enum.IsDefined(code) ? code : StatusCode.Unknown, status.Message);
    }

    /// <summary>An exception with another code and message than the status in its trailers.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}

/// <summary>Reads the detailed status of an exception.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The detailed status, or null if the call sent none.</summary>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The trailer is not a status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}

/// <summary>Turns exceptions into details for developers.</summary>
public static class ExceptionExtensions
{
    /// <summary>The exception's type, message and stack, and those of up to <paramref name="innerDepth" /> inner exceptions.</summary>
    public static DebugInfo ToRpcDebugInfo(this Exception exception, int innerDepth = 0)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var info = new DebugInfo { Detail = Title(exception) };
        info.StackEntries.Add(Stack(exception));
        for (var inner = exception.InnerException; innerDepth > 0 && inner is not null; innerDepth--, inner = inner.InnerException)
        {
            info.StackEntries.Add($"InnerException: {Title(inner)}");
            info.StackEntries.Add(Stack(inner));
        }

        return info;
    }

    private static string Title(Exception exception) => $"{exception.GetType().FullName}: {exception.Message}";

    private static IEnumerable<string> Stack(Exception exception) =>
        exception.StackTrace?.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
