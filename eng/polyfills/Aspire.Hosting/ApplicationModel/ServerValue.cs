using Wenye.ServerProcesses;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something of a server that is known when its process is about to start.</summary>
internal sealed class ServerValue(ServerAnnotation annotation, Func<Server, string> value) : IValueProvider
{
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        value(await annotation.Server.WaitAsync(cancellationToken));
}

internal static class ServerParameters
{
    /// <summary>The parameter given, or a password made for this run.</summary>
    public static ParameterResource PasswordOr(this IDistributedApplicationBuilder builder, string resource, IResourceBuilder<ParameterResource>? given) =>
        given?.Resource ?? builder.AddParameter($"{resource}-password", () => Secret.Create(), secret: true).Resource;

    public static async Task<string> TextAsync(this ParameterResource? parameter, string otherwise = "") =>
        (parameter is null ? null : await parameter.GetValueAsync()) ?? otherwise;
}
