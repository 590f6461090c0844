using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Testing;

/// <summary>An OIDC issuer for tests (测试令牌签发方): serves discovery and JWKS over HTTP, as the gateway does, and signs tokens.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    /// <summary>The audience that services demand by default.</summary>
    public const string Audience = "wenye-api";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsaSecurityKey signingKey;
    private readonly WebApplication app;

    private TestIssuer()
    {
        signingKey = new ECDsaSecurityKey(key) { KeyId = "test" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["jwks_uri"] = $"{Authority}/.well-known/jwks.json",
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
        }));
        app.MapGet("/.well-known/jwks.json", () => Results.Json(new { keys = new[] { PublicKey() } }));
        // Services that call services sign in here, whoever they are.
        app.MapPost("/connect/token", () => Results.Json(new { access_token = Token("platform", "370000", "service"), expires_in = 600 }));
    }

    /// <summary>What Auth__Authority is set to.</summary>
    public string Authority => app.Urls.First();

    /// <summary>Starts an issuer on a free port.</summary>
    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A token of an agency, valid for ten minutes.</summary>
    public string Token(string agency, string division, params string[] roles) =>
        Sign(signingKey, TimeProvider.System.GetUtcNow(), agency, division, roles);

    /// <summary>A token that ran out an hour ago.</summary>
    public string ExpiredToken(string agency, string division, params string[] roles) =>
        Sign(signingKey, TimeProvider.System.GetUtcNow().AddHours(-1), agency, division, roles);

    /// <summary>A token whose key id is known but whose signature is another key's.</summary>
    public string ForgedToken(string agency, string division, params string[] roles)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Sign(new ECDsaSecurityKey(other) { KeyId = "test" }, TimeProvider.System.GetUtcNow(), agency, division, roles);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private string Sign(SecurityKey signer, DateTimeOffset now, string agency, string division, string[] roles) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.AddMinutes(10).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = agency,
                ["agency"] = agency,
                ["division"] = division,
                ["roles"] = roles,
            },
            SigningCredentials = new SigningCredentials(signer, SecurityAlgorithms.EcdsaSha256)
            {
                // The library's cache would hand a forged token the signer of the true key of the same id.
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });

    private Dictionary<string, string> PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new Dictionary<string, string>
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["use"] = "sig",
            ["alg"] = "ES256",
            ["kid"] = signingKey.KeyId,
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
