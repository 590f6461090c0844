using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tokens;

/// <summary>Makes access tokens (签发访问令牌): ES256 JWTs of the profile RFC 9068.</summary>
internal sealed class AccessTokens(SigningKeys keys, Issuer issuer, IConfiguration configuration, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly string _audience = configuration["Auth:Audience"] ?? "wenye-api";

    /// <summary>How long a token lives (有效期): short, because a token cannot be called back.</summary>
    public TimeSpan Life { get; } = configuration.GetValue("Auth:TokenLife", TimeSpan.FromMinutes(10));

    public string For(AgencyClient client, IReadOnlyCollection<string> roles)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = issuer.Name,
            Audience = _audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            SigningCredentials = keys.Credentials,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = client.Id,
                ["client_id"] = client.Id,
                ["jti"] = Guid.CreateVersion7().ToString("n"),
                ["agency"] = client.Agency,
                ["division"] = client.Division,
                ["roles"] = roles.ToArray(),
            },
        });
    }
}
