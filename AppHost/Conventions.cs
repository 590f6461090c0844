using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Wenye.AppHost;

/// <summary>What every service, migration and the gateway have in common (服务约定).</summary>
internal static class Conventions
{
    /// <summary>HTTP/1.1 for tokens and pages, h2c for gRPC; reachable from outside.</summary>
    public static IResourceBuilder<ProjectResource> AddGateway<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name)
            .WithReadableLog()
            .WithHttpEndpoint()
            .WithHttpEndpoint(name: "grpc", env: "GRPC_PORT")
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health");

    /// <summary>gRPC over h2c, and health over HTTP/1.1 on a port of its own; tokens are the gateway's.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ProjectResource> gateway)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name)
            .WithReadableLog()
            .WithHttpEndpoint()
            .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
            .WithHttpHealthCheck("/health", endpointName: "health")
            .WithEnvironment("Auth__Authority", gateway.GetEndpoint("http"))
            .WithEnvironment("Auth__Audience", "wenye-api");

    /// <summary>A service with its database, which the service's own program brings up to date before it starts.</summary>
    public static IResourceBuilder<ProjectResource> AddServiceWithDatabase<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ProjectResource> gateway,
        IResourceBuilder<PostgresServerResource> postgres,
        IResourceBuilder<RabbitMQServerResource> rabbitmq,
        PersonalDataKeys? keys = null)
        where TProject : IProjectMetadata, new()
    {
        var database = postgres.AddDatabase($"{name}-db", name);
        var migration = builder.AddProject<TProject>($"{name}-migrate")
            .WithReadableLog().WithArgs("migrate")
            .WithReference(database, name).WithReference(rabbitmq).WithKeys(keys)
            .WaitFor(database);
        return builder.AddService<TProject>(name, gateway)
            .WithReference(database, name).WithReference(rabbitmq).WithKeys(keys)
            .WaitForCompletion(migration).WaitFor(rabbitmq);
    }

    // One line an entry, and no entry for each request: ten programs share one console.
    internal static IResourceBuilder<ProjectResource> WithReadableLog(this IResourceBuilder<ProjectResource> project) =>
        project
            .WithEnvironment("Logging__Console__FormatterName", "simple")
            .WithEnvironment("Logging__Console__FormatterOptions__SingleLine", "true")
            .WithEnvironment("Logging__LogLevel__Microsoft", "Warning")
            .WithEnvironment("Logging__LogLevel__System", "Warning");
}

/// <summary>The keys that encrypt and find personal data (个人信息密钥), made anew for each run.</summary>
internal sealed record PersonalDataKeys(IResourceBuilder<ParameterResource> Current, IResourceBuilder<ParameterResource> Lookup)
{
    public static PersonalDataKeys Create(IDistributedApplicationBuilder builder) =>
        new(builder.AddParameter("personal-data-key", NewKey, secret: true),
            builder.AddParameter("personal-data-lookup-key", NewKey, secret: true));

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

internal static class PersonalDataKeyExtensions
{
    /// <summary>Lets the project read and write personal data; without keys it cannot.</summary>
    public static IResourceBuilder<ProjectResource> WithKeys(this IResourceBuilder<ProjectResource> project, PersonalDataKeys? keys) =>
        keys is null ? project : project
            .WithEnvironment("PersonalData__Keys__0__Id", "run")
            .WithEnvironment("PersonalData__Keys__0__Key", keys.Current)
            .WithEnvironment("PersonalData__LookupKey", keys.Lookup);
}
