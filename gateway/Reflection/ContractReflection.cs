using Grpc.Reflection;
using Wenye.Gateway.Routing;

namespace Wenye.Gateway.Reflection;

/// <summary>Server reflection for every contract behind the gateway (服务反射), versions v1 and v1alpha.</summary>
/// <remarks>Answered from the contracts themselves: a client can read them while a service is down. Open to everyone, as the contracts are.</remarks>
internal static class ContractReflection
{
    public static void AddContractReflection(this WebApplicationBuilder builder)
    {
        // An unknown service is the gateway's to refuse, with details.
        builder.Services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true);
        builder.Services.AddSingleton(services => new ReflectionServiceImpl(Contracts(services)));
        builder.Services.AddSingleton(services => new ReflectionV1ServiceImpl(Contracts(services)));
    }

    public static void MapContractReflection(this WebApplication app)
    {
        app.MapGrpcService<ReflectionServiceImpl>();
        app.MapGrpcService<ReflectionV1ServiceImpl>();
    }

    private static IEnumerable<Google.Protobuf.Reflection.ServiceDescriptor> Contracts(IServiceProvider services) =>
        services.GetRequiredService<IReadOnlyList<ServiceRoute>>().SelectMany(service => service.Contracts);
}
