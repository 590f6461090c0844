using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tokens;

/// <summary>OAuth 2 client credentials, published keys and discovery (令牌端点).</summary>
internal static class TokenEndpoints
{
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<Issuer>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<ClientRegister>();
        builder.Services.AddSingleton<ClientAssertions>();
        builder.Services.AddSingleton<ClientAuthentication>();
        // Its own tokens the gateway checks with the keys it holds; another issuer's, named by Auth:Authority, as services do.
        if (builder.Configuration["Auth:Authority"] is not { Length: > 0 } authority || authority == builder.Configuration["Auth:Issuer"])
        {
            builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
                .Configure<SigningKeys, Issuer>((jwt, keys, issuer) =>
                {
                    jwt.Authority = null;
                    jwt.TokenValidationParameters.IssuerSigningKeys = keys.Published;
                    jwt.TokenValidationParameters.IssuerValidator = (name, _, _) =>
                        name == issuer.Name ? name : throw new SecurityTokenInvalidIssuerException("Not this gateway's token.");
                });
        }
    }

    public static void MapTokens(this WebApplication app)
    {
        // A wrong register or key stops the gateway at once and not at the first call.
        _ = app.Services.GetRequiredService<ClientRegister>();
        _ = app.Services.GetRequiredService<SigningKeys>();
        app.MapPost("/connect/token", TokenAsync);
        app.MapGet("/.well-known/jwks.json", (SigningKeys keys) => Results.Json(new { keys = keys.PublicKeys() }));
        app.MapGet("/.well-known/openid-configuration", (Issuer issuer, HttpRequest request) =>
            Results.Json(Discovery.At(issuer.Name, issuer.BaseFor(request))));
    }

    private static async Task<IResult> TokenAsync(HttpContext context, ClientAuthentication clients, AccessTokens tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        try
        {
            var request = await TokenRequest.ReadAsync(context.Request);
            var client = await clients.AuthenticateAsync(request);
            if (request.GrantType != "client_credentials")
                throw TokenError.UnsupportedGrant();
            var roles = Granted(client, request.Scope);
            return Results.Json(new TokenAnswer(
                tokens.For(client, roles), "Bearer", (int)tokens.Life.TotalSeconds, string.Join(' ', roles)));
        }
        catch (TokenError error)
        {
            return error.Answer(context.Response);
        }
    }

    // A scope asks for fewer roles than the client has; without one it gets all.
    private static string[] Granted(AgencyClient client, string? scope)
    {
        var wanted = scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (wanted.Except(client.Roles, StringComparer.Ordinal).Any())
            throw TokenError.InvalidScope();
        return wanted.Length > 0 ? wanted : [.. client.Roles];
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);
}
