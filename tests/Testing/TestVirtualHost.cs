using System.Net.Http.Headers;
using System.Text;

namespace Wenye.Testing;

/// <summary>Where a RabbitMQ broker and its HTTP API are, with the credentials in the addresses.</summary>
internal sealed record RabbitMqAddresses(Uri Broker, Uri Api);

/// <summary>A RabbitMQ virtual host of one test or fixture: its queues and exchanges are nobody else's.</summary>
/// <remarks>Made through the management API, which takes about 30 ms where rabbitmqctl takes two seconds.</remarks>
public sealed class TestVirtualHost : IAsyncDisposable
{
    private readonly RabbitMqAddresses _server;
    private int _deleted;

    private TestVirtualHost(RabbitMqAddresses server, string name)
    {
        (_server, Name) = (server, name);
        Uri = new UriBuilder(server.Broker) { Path = name }.Uri;
    }

    public string Name { get; }

    /// <summary>amqp://user:password@host:port/name.</summary>
    public Uri Uri { get; }

    public string ConnectionString => Uri.OriginalString;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _deleted, 1) == 0)
        {
            await SendAsync(_server.Api, HttpMethod.Delete, Name, CancellationToken.None);
        }
    }

    internal static async Task<TestVirtualHost> CreateAsync(RabbitMqAddresses server, CancellationToken cancellationToken)
    {
        var name = $"test_{Guid.CreateVersion7():n}";
        await SendAsync(server.Api, HttpMethod.Put, name, cancellationToken);
        return new(server, name);
    }

    private static async Task SendAsync(Uri api, HttpMethod method, string name, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(api, $"/api/vhosts/{name}"));
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(api.UserInfo)));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
