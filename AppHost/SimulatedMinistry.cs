using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Wenye.AppHost;

/// <summary>Development wiring: the ministry's platform simulated (模拟部级平台), and Registration pointed to it.</summary>
/// <remarks>A published system is given the address of the true one by its operators (Ministry__Address), or none.</remarks>
internal static class SimulatedMinistry
{
    public static IResourceBuilder<ProjectResource>? AddSimulatedMinistry(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> registration)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return null;
        }

        var token = builder.AddParameter("ministry-token", () => RandomNumberGenerator.GetHexString(48, lowercase: true), secret: true);
        var ministry = builder.AddProject<Projects.MinistrySimulator>("ministry-simulator")
            .WithReadableLog()
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("Ministry__Token", token);
        registration
            .WithEnvironment("Ministry__Address", ministry.GetEndpoint("http"))
            .WithEnvironment("Ministry__Token", token)
            .WithEnvironment("Ministry__Divisions__0", "370000");
        return ministry;
    }
}
