using Grpc.Core;

namespace Wenye.Probe;

/// <summary>Short forms for tests.</summary>
public static class Calls
{
    public static Metadata Bearer(string token) => new() { { "authorization", "Bearer " + token } };

    /// <summary>The error a call ends with; fails the test when it succeeds.</summary>
    public static async Task<RpcException> ErrorOf(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException error)
        {
            return error;
        }

        throw new InvalidOperationException("The call succeeded.");
    }

    public static Task<RpcException> ErrorOf<T>(AsyncUnaryCall<T> call) => ErrorOf(async () => await call);
}
