using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A gRPC service name and the checks that make up its state.</summary>
public sealed class ServiceMapping
{
    /// <summary>Creates the mapping.</summary>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>The name of the service.</summary>
    public string Name { get; }

    /// <summary>Whether a check belongs to the service.</summary>
    public Func<HealthCheckMapContext, bool>? HealthCheckPredicate { get; }

    internal bool Includes(string name, IEnumerable<string> tags) =>
        HealthCheckPredicate is null || HealthCheckPredicate(new HealthCheckMapContext(name, tags));
}

/// <summary>Mappings, at most one a service name.</summary>
public sealed class ServiceMappingCollection : ICollection<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> _mappings = [];

    /// <inheritdoc />
    public int Count => _mappings.Count;

    /// <inheritdoc />
    bool ICollection<ServiceMapping>.IsReadOnly => false;

    /// <summary>Maps checks to a service, in place of an earlier mapping of that name.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => _mappings[name] = new ServiceMapping(name, predicate);

    /// <summary>Adds a mapping.</summary>
    /// <exception cref="ArgumentException">The service has one.</exception>
    public void Add(ServiceMapping service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _mappings.Add(service.Name, service);
    }

    /// <summary>Removes the mapping of a service.</summary>
    public void Remove(string name) => _mappings.Remove(name);

    /// <inheritdoc />
    public void Clear() => _mappings.Clear();

    /// <inheritdoc />
    public IEnumerator<ServiceMapping> GetEnumerator() => _mappings.Values.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    bool ICollection<ServiceMapping>.Contains(ServiceMapping item) => _mappings.ContainsValue(item);

    /// <inheritdoc />
    void ICollection<ServiceMapping>.CopyTo(ServiceMapping[] array, int arrayIndex) => _mappings.Values.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    bool ICollection<ServiceMapping>.Remove(ServiceMapping item) => _mappings.Remove(item.Name);

    internal bool TryGet(string name, [NotNullWhen(true)] out ServiceMapping? mapping) => _mappings.TryGetValue(name, out mapping);
}
