using System.Collections;
using Aspire.Hosting.ApplicationModel;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.Running;

/// <summary>The command and the variables of a project or program, by Aspire's conventions.</summary>
internal sealed class ProcessSettings(IResource resource, DistributedApplicationExecutionContext context)
{
    public async Task<ChildCommand> CommandAsync(int replica, CancellationToken cancellationToken)
    {
        var arguments = new List<object>();
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            annotation.Callback(arguments);
        }
        var texts = new List<string>();
        foreach (var argument in arguments)
        {
            texts.Add(await TextAsync(argument, cancellationToken));
        }
        var variables = await VariablesAsync(replica, cancellationToken);
        if (resource is ExecutableResource program)
        {
            return new(resource.Name, program.Command, texts) { WorkingDirectory = program.WorkingDirectory, Environment = variables };
        }
        var project = resource.Annotations.OfType<ProjectMetadataAnnotation>().Single().Metadata.ProjectPath;
        return new(resource.Name, "dotnet", [OutputOf(project), .. texts])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            Environment = variables,
        };
    }

    // The built dll, not `dotnet run`: 0.6 s to healthy instead of 2.2. With UseArtifactsOutput the output of every project is
    // artifacts/bin/<project>/<configuration>, and this program runs from such a folder itself.
    private static string OutputOf(string projectPath)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var dll = Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, $"{name}.dll");
        return File.Exists(dll) ? dll : throw new DistributedApplicationException($"{dll} has not been built");
    }

    private static async ValueTask<string> TextAsync(object value, CancellationToken cancellationToken) =>
        (value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : value.ToString()) ?? "";

    private async Task<Dictionary<string, string?>> VariablesAsync(int replica, CancellationToken cancellationToken)
    {
        var variables = InheritedButUnwanted().ToDictionary(name => name, _ => (string?)null);
        AddEndpoints(variables, replica);
        var callbacks = new EnvironmentCallbackContext(context);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(callbacks);
        }
        foreach (var (name, value) in callbacks.EnvironmentVariables)
        {
            variables[name] = await TextAsync(value, cancellationToken);
        }
        return variables;
    }

    // A service takes its environment from its launch profile, not from the shell that started AppHost.
    private static IEnumerable<string> InheritedButUnwanted() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key)
            .Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name is "DOTNET_ENVIRONMENT" or "DOTNET_LAUNCH_PROFILE");

    private void AddEndpoints(Dictionary<string, string?> variables, int replica)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToArray();
        foreach (var endpoint in endpoints.Where(e => e.TargetPortEnvironmentVariable is not null))
        {
            variables[endpoint.TargetPortEnvironmentVariable!] = $"{endpoint.ReplicaPorts[replica]}";
        }
        var urls = endpoints.Where(e => e.TargetPortEnvironmentVariable is null && e.UriScheme is "http" or "https")
            .Select(e => $"{e.UriScheme}://localhost:{e.ReplicaPorts[replica]}").ToArray();
        if (resource is ProjectResource && urls.Length > 0)
        {
            variables["ASPNETCORE_URLS"] = string.Join(';', urls);
        }
    }
}
