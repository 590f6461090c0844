using Grpc.Core;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests;

/// <summary>Imports of tests that run at the same time share the few places a process has for them.</summary>
internal static class ImportTurn
{
    /// <summary>Sends an import, again while the service takes others'.</summary>
    public static async Task<T> TakeAsync<T>(Func<Task<T>> send)
        where T : class
    {
        T? answer = null;
        await Eventually.IsTrueAsync(async () =>
        {
            try
            {
                answer = await send();
                return true;
            }
            catch (RpcException busy) when (busy.Reason() == "TOO_MANY_IMPORTS")
            {
                return false;
            }
        });
        return answer!;
    }
}
