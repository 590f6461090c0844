using System.Diagnostics.CodeAnalysis;

namespace Grpc.Net.ClientFactory;

/// <summary>Makes the clients registered with <c>AddGrpcClient</c>.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>A client with the configuration of the name.</summary>
    /// <exception cref="InvalidOperationException">No client of that name and type is registered.</exception>
    public abstract TClient CreateClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(string name)
        where TClient : class;
}
