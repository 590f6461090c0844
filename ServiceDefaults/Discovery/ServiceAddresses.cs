using Microsoft.Extensions.Configuration;

namespace Wenye.ServiceDefaults;

/// <summary>Where services are (服务发现), from configuration services:{name}:{scheme}:{n} as Aspire sets it.</summary>
public static class ServiceAddresses
{
    /// <summary>Every replica of a service, in order (服务地址).</summary>
    /// <returns>Empty when the configuration does not know the name.</returns>
    public static IReadOnlyList<Uri> Of(IConfiguration configuration, string service, string scheme = "http") =>
        [.. configuration.GetSection($"services:{service}:{scheme}").GetChildren()
            .Where(replica => replica.Value is { Length: > 0 })
            .OrderBy(replica => replica.Key.Length).ThenBy(replica => replica.Key, StringComparer.Ordinal)
            .Select(replica => new Uri(replica.Value!))];
}
