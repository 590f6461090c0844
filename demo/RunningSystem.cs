using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Wenye.Hosting;

namespace Wenye.Demo;

/// <summary>The system that <c>./platform up</c> started, as its <c>.run/platform.json</c> describes it.</summary>
internal sealed record RunningSystem(
    Uri GatewayUrl, Uri GatewayGrpcUrl, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Uri>> Urls, IReadOnlyList<DevelopmentClient> Clients)
{
    /// <summary>Its clock: it stands on a day when the policies are in force, and the demo lets days pass.</summary>
    public required DevelopmentClock Clock { get; init; }

    public static RunningSystem Read(string file)
    {
        var system = JsonSerializer.Deserialize<PlatformFile>(File.ReadAllText(file), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{file} is empty");
        var clock = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "clock");
        return File.Exists(clock)
            ? new(system.GatewayUrl, system.GatewayGrpcUrl, system.Urls, system.Clients) { Clock = new DevelopmentClock(clock) }
            : throw new InvalidDataException("The system stands on the true day; the demo needs one that ./platform up set to a day of 2020.");
    }

    /// <summary>A token for the first development client that has the role, by client credentials.</summary>
    public Task<Agency> SignInAsync(string role) => SignInAsync(Clients.First(client => client.Roles.Contains(role, StringComparer.Ordinal)));

    /// <summary>The same of a division.</summary>
    public Task<Agency> SignInAsync(string role, string division) =>
        SignInAsync(Clients.First(client => client.Division == division && client.Roles.Contains(role, StringComparer.Ordinal)));

    private async Task<Agency> SignInAsync(DevelopmentClient client)
    {
        using var http = new HttpClient { BaseAddress = GatewayUrl };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.Id,
            ["client_secret"] = client.Secret,
        });
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var token = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Agency(client, token.GetProperty("access_token").GetString()!, GatewayGrpcUrl);
    }
}

/// <summary>What AppHost wrote of the running system (运行信息).</summary>
internal sealed record PlatformFile(
    Uri GatewayUrl, Uri GatewayGrpcUrl, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Uri>> Urls, IReadOnlyList<DevelopmentClient> Clients);

/// <summary>A client that development runs know (开发用机构客户端); its secret is made anew at every start.</summary>
internal sealed record DevelopmentClient(string Id, string Secret, string Division, IReadOnlyList<string> Roles);

/// <summary>An agency with a token, calling through the gateway.</summary>
internal sealed class Agency(DevelopmentClient client, string token, Uri gateway) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(gateway);

    public string Id => client.Id;

    public CallInvoker Invoker => _channel.CreateCallInvoker();

    public Metadata Headers { get; } = new() { { "authorization", $"Bearer {token}" } };

    public void Dispose() => _channel.Dispose();
}
