using Wenye.ServerProcesses;

namespace Aspire.Hosting.ApplicationModel;

public enum ContainerLifetime
{
    Session,
    Persistent,
}

public enum WaitType
{
    WaitUntilHealthy,
    WaitForCompletion,
}

public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;

    public WaitType WaitType { get; } = waitType;

    public int ExitCode { get; } = exitCode;
}

public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    public int Replicas { get; } = replicas;
}

/// <summary>A port of a resource. Projects and executables get it before anything starts.</summary>
public sealed class EndpointAnnotation(
    string name, string uriScheme, int? port = null, int? targetPort = null, bool isExternal = false, bool isProxied = true)
    : IResourceAnnotation
{
    public string Name { get; } = name;

    public string UriScheme { get; } = uriScheme;

    public int? Port { get; set; } = port;

    public int? TargetPort { get; set; } = targetPort;

    public bool IsExternal { get; set; } = isExternal;

    public bool IsProxied { get; set; } = isProxied;

    /// <summary>The variable that tells the process its port; an endpoint without one goes into ASPNETCORE_URLS.</summary>
    public string? TargetPortEnvironmentVariable { get; init; }

    /// <summary>The port of each replica. There is no proxy here: callers find all replicas by service discovery.</summary>
    internal IReadOnlyList<int> ReplicaPorts { get; set; } = [];
}

public sealed class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}

public sealed class EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext)
{
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>Values are strings or value providers.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = new(StringComparer.Ordinal);
}

public sealed class CommandLineArgsCallbackAnnotation(Action<IList<object>> callback) : IResourceAnnotation
{
    public Action<IList<object>> Callback { get; } = callback;
}

public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;

    public string Type { get; } = type;
}

/// <summary>A health check over HTTP: healthy when the path of the endpoint answers the status.</summary>
internal sealed record HttpHealthAnnotation(EndpointReference Endpoint, string Path, int StatusCode) : IResourceAnnotation;

internal sealed record ProjectMetadataAnnotation(IProjectMetadata Metadata) : IResourceAnnotation;

/// <summary>Says how the server behind a container resource runs as a process, and what is done once it serves.</summary>
internal sealed class ServerAnnotation(Func<ProcessRun, Task<Server>> create) : IResourceAnnotation
{
    private readonly TaskCompletionSource<Server> _server = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The server, as soon as its port is known, which is before it is ready.</summary>
    public Task<Server> Server => _server.Task;

    /// <summary>Done one after the other when the server serves, before it is called healthy.</summary>
    public List<Func<Server, CancellationToken, Task>> OnReady { get; } = [];

    public async Task<Server> CreateAsync(ProcessRun run)
    {
        var server = await create(run);
        _server.TrySetResult(server);
        return server;
    }
}

/// <summary>Where a data volume of this resource keeps its files beyond the run.</summary>
internal sealed record DataVolumeAnnotation(string Folder) : IResourceAnnotation;
