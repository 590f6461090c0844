using Aspire.Hosting.ApplicationModel;

namespace Wenye.AppHost;

/// <summary>What a city would set (开发用运营方参数), fictional, so that the demo can go through decisions that are incomplete without it.</summary>
/// <remarks>A published system gets the operator's own file: Policy__OperatorParameters, docs/operations.md.</remarks>
internal static class DevelopmentParameters
{
    /// <summary>Gives services the file beside this one.</summary>
    public static void AddDevelopmentParameters(this IDistributedApplicationBuilder builder, params IReadOnlyList<IResourceBuilder<ProjectResource>> services)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        foreach (var service in services)
        {
            service.WithEnvironment("Policy__OperatorParameters", Path.Combine(builder.AppHostDirectory, "development.parameters.yaml"));
        }
    }
}
