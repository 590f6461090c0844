using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tokens;

/// <summary>Clients that prove themselves with their own key (private_key_jwt 认证), RFC 7523.</summary>
internal sealed class ClientAssertions(ClientRegister register, Issuer issuer, TimeProvider time)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const int MostRemembered = 10_000;

    // An assertion may live this long at most, so that used ones need not be remembered for ever.
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <summary>The client that signed it (核验断言); null when it does not hold. Each assertion is good once.</summary>
    public async Task<AgencyClient?> VerifyAsync(string? type, string assertion)
    {
        if (type != AssertionType || !_handler.CanReadToken(assertion))
            return null;
        var client = register.Find(_handler.ReadJsonWebToken(assertion).Issuer);
        if (client is not { PublicKey.Length: > 0 })
            return null;
        using var key = SigningKeys.Public(client.PublicKey);
        var result = await _handler.ValidateTokenAsync(assertion, Parameters(client, key));
        return result.IsValid && result.SecurityToken is JsonWebToken token
            && token.Subject == client.Id && FirstUse(client, token) ? client : null;
    }

    private TokenValidationParameters Parameters(AgencyClient client, System.Security.Cryptography.ECDsa key) => new()
    {
        ValidIssuer = client.Id,
        ValidAudiences = [issuer.Name, issuer.Name + "/connect/token"],
        IssuerSigningKey = new ECDsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ClockSkew = TimeSpan.FromSeconds(5),
        RequireExpirationTime = true,
    };

    private bool FirstUse(AgencyClient client, JsonWebToken token)
    {
        var now = time.GetUtcNow();
        var expiry = new DateTimeOffset(DateTime.SpecifyKind(token.ValidTo, DateTimeKind.Utc));
        if (token.Id.Length == 0 || expiry > now + LongestLife)
            return false;
        if (_used.Count >= MostRemembered)
        {
            foreach (var (id, end) in _used)
            {
                if (end < now.AddSeconds(-5))
                    _used.TryRemove(id, out _);
            }
        }

        return _used.TryAdd($"{client.Id}/{token.Id}", expiry);
    }
}
