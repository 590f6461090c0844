using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Probe;

/// <summary>An OpenID Connect issuer on a free port that signs whatever a test wants.</summary>
public sealed class ProbeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ECDsaSecurityKey> _keys = [NewKey()];

    private ProbeIssuer(WebApplication app) => _app = app;

    public string Authority { get; private set; } = "";

    private int _keyFetches;

    public int KeyFetches => _keyFetches;

    public ECDsaSecurityKey Key => _keys[^1];

    public static async Task<ProbeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new ProbeIssuer(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(
            new { issuer = issuer.Authority, jwks_uri = issuer.Authority + "/keys" }));
        app.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref issuer._keyFetches);
            return Results.Json(new { keys = issuer._keys.Select(Public) });
        });
        await app.StartAsync();
        issuer.Authority = ProbeHost.Addresses(app)[0].ToString().TrimEnd('/');
        return issuer;
    }

    /// <summary>From now on another key signs; both are published.</summary>
    public void Rotate() => _keys.Add(NewKey());

    public static ECDsaSecurityKey NewKey() =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.CreateVersion7().ToString("n") };

    /// <summary>A good token unless told otherwise.</summary>
    public string Token(
        string[]? roles = null, string agency = "shandong-hrss", string division = "370100", string audience = "wenye-api",
        TimeSpan? life = null, SigningCredentials? signedBy = null, bool noSignature = false, string? issuedBy = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (life ?? TimeSpan.FromMinutes(5));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuedBy ?? Authority,
            Audience = audience,
            IssuedAt = expires.AddMinutes(-30),
            NotBefore = expires.AddMinutes(-30),
            Expires = expires,
            SigningCredentials = noSignature ? null : signedBy ?? new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "client", ["agency"] = agency, ["division"] = division, ["roles"] = roles ?? ["intake"],
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.ForEach(key => key.ECDsa.Dispose());
    }

    private static object Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC", use = "sig", alg = "ES256", crv = "P-256", kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
