using System.Diagnostics;
using System.Text.Json;

namespace Wenye.Testing;

/// <summary>A client that nobody here wrote: npm @grpc/grpc-js, knowing an address, a client id and a form in ministry codes.</summary>
/// <remarks>What it does is in grpc-js/client.mjs: token, reflection, a good form, a bad one, a call without a token.</remarks>
public static class GrpcJsClient
{
    /// <summary>Runs the client and returns what it saw.</summary>
    /// <exception cref="InvalidOperationException">The client failed, or its npm packages are missing.</exception>
    public static async Task<JsonElement> RunAsync(
        Uri http, Uri grpc, string clientId, string secret, string formJson, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(RepositoryRoot.Folder, "tests", "Testing", "grpc-js");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("npm packages are missing: run ./platform setup");
        }

        using var node = Process.Start(new ProcessStartInfo("node", ["client.mjs"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["WENYE_HTTP"] = http.ToString(),
                ["WENYE_GRPC"] = grpc.Authority,
                ["WENYE_CLIENT_ID"] = clientId,
                ["WENYE_CLIENT_SECRET"] = secret,
                ["WENYE_FORM"] = formJson,
            },
        })!;
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<JsonElement>(await output)
            : throw new InvalidOperationException(await errors);
    }
}
