using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Wenye.ServiceDefaults;

/// <summary>This service's own token for calls to other services (服务令牌), by client credentials; renewed before it ends.</summary>
/// <remarks>
/// Settings: ServiceClient:Id and ServiceClient:Secret, a client of the issuer with the role service. The token endpoint is
/// that of Auth:Authority unless ServiceClient:TokenEndpoint names another.
/// </remarks>
public class ServiceTokens(IConfiguration configuration, IHttpClientFactory http, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private volatile Held? _held;

    /// <summary>Whether this service has a client of its own (是否已配置).</summary>
    public virtual bool IsConfigured => Endpoint is not null && configuration["ServiceClient:Id"] is { Length: > 0 };

    private Uri? Endpoint => configuration["ServiceClient:TokenEndpoint"] is { Length: > 0 } endpoint ? new Uri(endpoint)
        : configuration["Auth:Authority"] is { Length: > 0 } authority ? new Uri($"{authority.TrimEnd('/')}/connect/token")
        : null;

    /// <summary>A token that is still good for half a minute (取得令牌).</summary>
    /// <exception cref="HttpRequestException">The issuer does not answer, or does not accept the client.</exception>
    public virtual async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (_held is { } held && time.GetElapsedTime(held.Since) < held.Life)
        {
            return held.Token;
        }

        var since = time.GetTimestamp();
        using var client = http.CreateClient(nameof(ServiceTokens));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = configuration["ServiceClient:Id"] ?? "",
            ["client_secret"] = configuration["ServiceClient:Secret"] ?? "",
        });
        using var response = await client.PostAsync(Endpoint, form, cancellation);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var token = answer.GetProperty("access_token").GetString() ?? "";
        _held = new Held(token, since, TimeSpan.FromSeconds(answer.GetProperty("expires_in").GetInt32()) - Margin);
        return token;
    }

    /// <summary>Gets a new token at the next call (作废缓存): a service did not accept this one, as after a change of keys.</summary>
    public virtual void Forget() => _held = null;

    private sealed record Held(string Token, long Since, TimeSpan Life);
}
