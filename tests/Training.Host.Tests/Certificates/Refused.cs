using Grpc.Core;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>Why calls were refused, as a client reads it.</summary>
internal static class Refused
{
    /// <summary>Code and reason of the refusal.</summary>
    public static async Task<(StatusCode Code, string Reason)> ByAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        return (error.StatusCode, error.Reason());
    }

    /// <summary>The fields at fault.</summary>
    public static async Task<IEnumerable<string>> FieldsOfAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
