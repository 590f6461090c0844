using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Projects of the solution as resources.</summary>
public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.AddResource(new ProjectResource(name))
            .WithAnnotation(new ProjectMetadataAnnotation(metadata))
            .WithEnvironment(context => AddLaunchProfile(context, metadata.ProjectPath))
            .WithEnvironment(context =>
            {
                // What the AppHost was told about telemetry reaches children by inheritance; this says who they are.
                if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
                {
                    context.EnvironmentVariables["OTEL_SERVICE_NAME"] = name;
                    context.EnvironmentVariables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Guid.CreateVersion7():n}";
                }
            });
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);

    // The variables of the first profile that runs the project: as Aspire does, so that a service runs in Development.
    private static void AddLaunchProfile(EnvironmentCallbackContext context, string projectPath)
    {
        var settings = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(settings))
        {
            return;
        }
        using var document = JsonDocument.Parse(File.ReadAllText(settings));
        var profile = document.RootElement.GetProperty("profiles").EnumerateObject()
            .FirstOrDefault(p => p.Value.TryGetProperty("commandName", out var command) && command.GetString() == "Project");
        if (profile.Value.ValueKind == JsonValueKind.Object
            && profile.Value.TryGetProperty("environmentVariables", out var variables))
        {
            foreach (var variable in variables.EnumerateObject())
            {
                context.EnvironmentVariables[variable.Name] = variable.Value.GetString() ?? "";
            }
        }
    }
}

/// <summary>Programs as resources.</summary>
public static class ExecutableResourceBuilderExtensions
{
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args)
    {
        var folder = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, workingDirectory));
        return builder.AddResource(new ExecutableResource(name, command, folder)).WithArgs(args ?? []);
    }
}

/// <summary>Values from outside (configuration section Parameters) or made for the run.</summary>
public static class ParameterResourceBuilderExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddParameter(
            name,
            () => builder.Configuration[$"Parameters:{name}"]
                ?? throw new DistributedApplicationException($"Parameter resource could not be used because configuration key 'Parameters:{name}' is missing"),
            secret: secret);

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false,
        bool secret = false) => builder.AddResource(new ParameterResource(name, valueGetter, secret));
}

/// <summary>Settings of containers that mean something for a process.</summary>
public static class ContainerResourceBuilderExtensions
{
    /// <summary>Accepted and without effect: a process never outlives its host (Aspire's default for containers too).</summary>
    public static IResourceBuilder<T> WithLifetime<T>(this IResourceBuilder<T> builder, ContainerLifetime lifetime)
        where T : ContainerResource => builder;

    /// <summary>Accepted and without effect: the installed version runs.</summary>
    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ContainerResource => builder;

    /// <summary>A folder that outlives the run: $XDG_DATA_HOME or /var/tmp, by the volume's name.</summary>
    internal static IResourceBuilder<T> WithVolumeFolder<T>(this IResourceBuilder<T> builder, string? name)
        where T : ContainerResource
    {
        var root = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } home ? home : "/var/tmp";
        var folder = Path.Combine(root, "wenye-volumes", name ?? $"{builder.Resource.Name}-data");
        return builder.WithAnnotation(new DataVolumeAnnotation(folder), ResourceAnnotationMutationBehavior.Replace);
    }
}
