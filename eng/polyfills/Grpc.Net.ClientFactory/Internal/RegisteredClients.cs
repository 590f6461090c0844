using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>The names and types registered so far; kept in the service collection itself.</summary>
internal sealed class RegisteredClients
{
    private readonly Dictionary<string, Type> _types = [];

    public static RegisteredClients In(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RegisteredClients))?.ImplementationInstance is RegisteredClients found)
        {
            return found;
        }

        var registered = new RegisteredClients();
        services.AddSingleton(registered);
        return registered;
    }

    public bool Has(string name) => _types.ContainsKey(name);

    public bool Has(string name, Type type) => _types.TryGetValue(name, out var registered) && registered == type;

    public void Add(string name, Type type)
    {
        if (_types.TryGetValue(name, out var other) && other != type)
        {
            throw new InvalidOperationException(
                $"The gRPC client name '{name}' is taken by {other.FullName}; give {type.FullName} a name of its own.");
        }

        _types[name] = type;
    }
}
