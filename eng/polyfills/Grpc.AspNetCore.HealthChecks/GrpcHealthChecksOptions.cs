namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How health checks become the states of gRPC services.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks make up the state of which service. The empty name, all checks, is there from the start.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether calls are answered with the last published results instead of checking now.</summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Whether Watch calls go on while the application stops, instead of ending with NOT_SERVING.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}

/// <summary>A health check as a mapping sees it before it runs.</summary>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>The name of the check.</summary>
    public string Name { get; } = name;

    /// <summary>The tags of the check.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
