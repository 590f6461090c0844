using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.ServiceDefaults;

/// <summary>Each service verifies tokens itself (令牌核验) against the keys that Auth:Authority publishes.</summary>
public static class TokenChecks
{
    /// <summary>Accepted algorithms (签名算法): one, so that no key can be used in a way it was not made for.</summary>
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256];

    /// <summary>Bearer tokens of any OpenID Connect issuer named by Auth:Authority, for Auth:Audience (添加令牌核验).</summary>
    public static void AddTokenChecks(this WebApplicationBuilder builder)
    {
        // A token signed with a key published a moment ago fetches the keys before it is judged, not after.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.Authority = builder.Configuration["Auth:Authority"];
            jwt.RequireHttpsMetadata = string.Equals(
                builder.Configuration["Auth:RequireHttpsMetadata"] ?? (!builder.Environment.IsDevelopment()).ToString(),
                bool.TrueString, StringComparison.OrdinalIgnoreCase);
            jwt.MapInboundClaims = false;
            jwt.SaveToken = false;
            jwt.RefreshInterval = TimeSpan.FromSeconds(1);
            jwt.AutomaticRefreshInterval = TimeSpan.FromMinutes(5);
            jwt.TokenHandlers.Clear();
            jwt.TokenHandlers.Add(new RememberingTokenHandler(TimeProvider.System));
            jwt.TokenValidationParameters = Parameters(builder.Configuration["Auth:Audience"] ?? "wenye-api");
        });
    }

    private static TokenValidationParameters Parameters(string audience) => new()
    {
        ValidAudience = audience,
        ValidAlgorithms = Algorithms,
        ValidTypes = ["at+jwt", "JWT"],
        ClockSkew = TimeSpan.FromSeconds(5),
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        NameClaimType = "sub",
        RoleClaimType = "roles",
    };
}

/// <summary>The issuer's keys could not be fetched (无法取得签发方公钥).</summary>
internal sealed class AuthorityUnreachableException(Exception cause)
    : Exception("The keys of Auth:Authority could not be fetched.", cause);
