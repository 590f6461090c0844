using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Makes clients over the shared channel of their name, with the services of the current scope.</summary>
internal sealed class DefaultGrpcClientFactory(
    IServiceProvider services,
    ChannelInvokers channels,
    RegisteredClients registered,
    IOptionsMonitor<GrpcClientFactoryOptions> optionsMonitor) : GrpcClientFactory
{
    public override TClient CreateClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(string name)
    {
        if (!registered.Has(name, typeof(TClient)))
        {
            throw new InvalidOperationException($"No gRPC client of the name '{name}' and the type {typeof(TClient).FullName} is registered.");
        }

        var options = optionsMonitor.Get(name);
        var invoker = channels.Get(name).Intercepted(options, InterceptorScope.Client, services);
        if (options.CallOptionsActions.Count > 0)
        {
            invoker = new ConfiguringCallInvoker(invoker, options.CallOptionsActions, services);
        }

        if (options.Creator is not { } creator)
        {
            return ActivatorUtilities.CreateInstance<TClient>(services, invoker);
        }

        return creator(invoker) as TClient
            ?? throw new InvalidOperationException($"The creator of the gRPC client '{name}' did not make a {typeof(TClient).FullName}.");
    }
}
