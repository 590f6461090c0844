using System.Net.Http.Headers;
using System.Text;

namespace Wenye.Gateway.Tokens;

/// <summary>A request to /connect/token, read but not yet believed (令牌请求).</summary>
internal sealed record TokenRequest(
    string GrantType, string? Scope, string? BasicId, string? BasicSecret,
    string? FormId, string? FormSecret, string? AssertionType, string? Assertion)
{
    private const int LongestBody = 16 * 1024;

    /// <summary>Reads the form and the Authorization header (解析请求).</summary>
    /// <exception cref="TokenError">invalid_request when it is not what RFC 6749 asks for.</exception>
    public static async Task<TokenRequest> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength > LongestBody)
            throw TokenError.InvalidRequest("Send a form (application/x-www-form-urlencoded) of at most 16 KiB.");
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            throw TokenError.InvalidRequest("The form cannot be read.");
        }

        string? Single(string name) => form[name] switch
        {
            [] => null,
            [var value] => value,
            _ => throw TokenError.InvalidRequest($"{name} is given more than once."),
        };
        var (id, secret) = Basic(request);
        return new TokenRequest(
            Single("grant_type") ?? throw TokenError.InvalidRequest("grant_type is missing."),
            Single("scope"), id, secret, Single("client_id"), Single("client_secret"),
            Single("client_assertion_type"), Single("client_assertion"));
    }

    // RFC 6749 2.3.1: both halves are form-encoded before they are put together.
    private static (string? Id, string? Secret) Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            return (null, null);
        var octets = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", octets, out var length)
            || Encoding.UTF8.GetString(octets, 0, length).Split(':', 2) is not [var id, var secret])
            throw TokenError.InvalidClient("The Authorization header cannot be read.", basic: true);
        return (Decode(id), Decode(secret));
    }

    private static string Decode(string half) => Uri.UnescapeDataString(half.Replace('+', ' '));
}
