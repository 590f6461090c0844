using System.Text.Json.Serialization;

namespace Wenye.Gateway.Tokens;

/// <summary>A refusal of the token endpoint (令牌端点错误), RFC 6749 5.2.</summary>
internal sealed class TokenError(string code, string description, int status, bool basic = false) : Exception(description)
{
    public static TokenError InvalidRequest(string description) =>
        new("invalid_request", description, StatusCodes.Status400BadRequest);

    /// <summary>One answer for an unknown client and for a wrong secret: it does not tell which ids exist.</summary>
    public static TokenError InvalidClient(string description, bool basic) =>
        new("invalid_client", description, StatusCodes.Status401Unauthorized, basic);

    public static TokenError UnsupportedGrant() => new(
        "unsupported_grant_type", "Only client_credentials is supported.", StatusCodes.Status400BadRequest);

    public static TokenError InvalidScope() => new(
        "invalid_scope", "The client has no such role.", StatusCodes.Status400BadRequest);

    public IResult Answer(HttpResponse response)
    {
        if (basic)
            response.Headers.WWWAuthenticate = "Basic realm=\"wenye\"";
        return Results.Json(new ErrorBody(code, Message), statusCode: status);
    }

    private sealed record ErrorBody(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}
