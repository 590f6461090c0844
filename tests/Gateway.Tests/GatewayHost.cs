using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenye.Gateway.Routing;
using Wenye.Probe;
using Wenye.Probe.V1;

namespace Wenye.Gateway.Tests;

/// <summary>The real gateway on free ports, with one route more: the probe's.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    public const string Secret = "correct horse battery staple";

    private readonly WebApplication _app;

    private GatewayHost(WebApplication app, LogLines logs)
    {
        (_app, Logs) = (app, logs);
        var addresses = ProbeHost.Addresses(app);
        Http = new HttpClient { BaseAddress = addresses[0] };
        Grpc = addresses[1];
        Channel = GrpcChannel.ForAddress(Grpc, new GrpcChannelOptions { MaxSendMessageSize = null, MaxReceiveMessageSize = null });
    }

    public HttpClient Http { get; }

    public Uri Grpc { get; }

    public GrpcChannel Channel { get; }

    public LogLines Logs { get; }

    public string Authority => Http.BaseAddress!.ToString().TrimEnd('/');

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayHost> StartAsync(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--GRPC_PORT=0",
            .. Client(0, "jinan", "jinan-hrss", "370100", "intake", "reviewer"),
            .. Client(1, "qingdao", "qingdao-hrss", "370200", "statistician"),
            .. settings,
        ]);
        var logs = new LogLines();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.AddGateway();
        builder.Services.AddSingleton<IReadOnlyList<ServiceRoute>>([.. ServiceRoutes.All, new("probe", ProbeService.Descriptor)]);
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync();
        return new GatewayHost(app, logs);
    }

    /// <summary>A token of a client, all of whose roles it has.</summary>
    public async Task<string> TokenAsync(string client = "jinan")
    {
        using var response = await AskAsync(client, Secret, ("grant_type", "client_credentials"));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("access_token").GetString()!;
    }

    /// <summary>Asks for a token with an Authorization header, or with the form alone when the id is null.</summary>
    public async Task<HttpResponseMessage> AskAsync(string? basicId, string? basicSecret, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (basicId is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
                $"{Uri.EscapeDataString(basicId)}:{Uri.EscapeDataString(basicSecret!)}")));
        }

        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static string[] Client(int index, string id, string agency, string division, params string[] roles) =>
    [
        $"--Auth:Clients:{index}:Id={id}",
        $"--Auth:Clients:{index}:SecretHash={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))}",
        $"--Auth:Clients:{index}:Agency={agency}",
        $"--Auth:Clients:{index}:Division={division}",
        .. roles.Select((role, number) => $"--Auth:Clients:{index}:Roles:{number}={role}"),
    ];
}
