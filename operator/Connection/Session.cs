using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Wenye.Operator.Clock;

namespace Wenye.Operator.Connection;

/// <summary>Calls through a gateway with a token of a client that has the role (连接网关).</summary>
/// <remarks>
/// The system on this machine is found by .run/platform.json (or the file that WENYE_PLATFORM_FILE names); another one by
/// --gateway, --client and --secret. A long run gets a new token before the old one ends.
/// </remarks>
internal sealed class Session : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly HttpClient _http;
    private readonly (string Id, string Secret) _client;
    private string _token = "";
    private DateTimeOffset _renewAt;

    private Session(Uri gateway, Uri grpc, string id, string secret)
    {
        _http = new HttpClient { BaseAddress = gateway };
        _client = (id, secret);
        _channel = GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { MaxReceiveMessageSize = 32 * 1024 * 1024 });
    }

    /// <summary>Calls that carry the current token.</summary>
    public CallInvoker Calls => _channel.CreateCallInvoker().Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {_token}");
        return metadata;
    });

    /// <exception cref="UsageException">No running system is found, or no development client has the role.</exception>
    public static async Task<Session> OpenAsync(Arguments arguments, string role, CancellationToken cancellation)
    {
        var session = arguments.Option("--gateway") is { } gateway ? Elsewhere(gateway, arguments) : Here(role);
        await session.RenewAsync(cancellation);
        return session;
    }

    /// <summary>Gets a new token when the present one ends within a minute (更新令牌); call it between the calls of a long run.</summary>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        if (TimeProvider.System.GetUtcNow() < _renewAt)
        {
            return;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = _client.Id,
            ["client_secret"] = _client.Secret,
        });
        using var response = await _http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, cancellation);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            throw new HttpRequestException("网关不接受此客户端标识或密钥，请核对 --client 和 --secret");
        }

        response.EnsureSuccessStatusCode();
        var token = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        _token = token.GetProperty("access_token").GetString()!;
        _renewAt = TimeProvider.System.GetUtcNow().AddSeconds(token.GetProperty("expires_in").GetInt32() - 60);
    }

    public void Dispose()
    {
        _channel.Dispose();
        _http.Dispose();
    }

    private static Session Elsewhere(string gateway, Arguments arguments) => new(
        Url(gateway, "--gateway"),
        Url(arguments.Option("--grpc") ?? gateway, "--grpc"),
        arguments.Option("--client") ?? throw new UsageException("使用 --gateway 时应给出 --client"),
        arguments.Option("--secret") ?? Environment.GetEnvironmentVariable("WENYE_CLIENT_SECRET")
            ?? throw new UsageException("使用 --gateway 时应给出 --secret 或环境变量 WENYE_CLIENT_SECRET"));

    private static Session Here(string role)
    {
        var file = RunningClock.PlatformFile;
        if (!File.Exists(file))
        {
            throw new UsageException("本机没有运行中的系统：请先 ./platform up，或用 --gateway 指明网关");
        }

        var system = JsonSerializer.Deserialize<RunningSystem>(File.ReadAllText(file), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{file} is empty");
        var client = system.Clients.FirstOrDefault(candidate => candidate.Roles.Contains(role, StringComparer.Ordinal))
            ?? throw new UsageException($"运行中的系统没有角色为 {role} 的开发客户端");
        return new Session(system.GatewayUrl, system.GatewayGrpcUrl, client.Id, client.Secret);
    }

    private static Uri Url(string text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw new UsageException($"{option} 应为 http 或 https 地址");

    private sealed record RunningSystem(Uri GatewayUrl, Uri GatewayGrpcUrl, IReadOnlyList<DevelopmentClient> Clients);

    private sealed record DevelopmentClient(string Id, string Secret, IReadOnlyList<string> Roles);
}
