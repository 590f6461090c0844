using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Wenye.Gateway.Tokens;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Who looks at the figures (页面登录): an agency by its client, for as long as its token lives, or anyone where Pages:Figures is open.</summary>
/// <remarks>The cookie is the agency's own token: services judge by it what it may see, as of every call.</remarks>
internal sealed class Sessions(IConfiguration configuration, ClientRegister register, AccessTokens tokens)
{
    private const string Setting = "Pages:Figures";
    private const string Cookie = "wenye-session";
    private const string Home = "370000";

    private bool Open => configuration[Setting] == "open";

    /// <summary>Whoever made the request (查看人).</summary>
    public Looker Of(HttpContext context)
    {
        if (TokenOf(context) is { } token && Read(token) is { } claims)
        {
            return new Looker(true, token, Claim(claims, "division"), Claim(claims, "agency"));
        }

        return new Looker(Open, null, configuration["Pages:Division"] ?? Home, "");
    }

    /// <summary>Opens a session (登录): false when the client is unknown or its secret wrong.</summary>
    public bool TryOpen(HttpContext context, string id, string secret)
    {
        if (register.WithSecret(id, secret) is not { } client)
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, tokens.For(client, [.. client.Roles]), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/pages", MaxAge = tokens.Life,
        });
        return true;
    }

    /// <summary>Ends it (退出).</summary>
    public static void Close(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/pages" });

    private static string? TokenOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var bearer] ? bearer : context.Request.Cookies[Cookie];

    // Read, not believed: Statistics verifies it, and here it only chooses what is shown first.
    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebTokenHandler().ReadJsonWebToken(token);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            // What is no token is as good as none.
            return null;
        }
    }

    private static string Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : "";
}

/// <summary>Who looks (查看人).</summary>
/// <param name="MayLook">Whether figures are shown at all.</param>
/// <param name="Token">Theirs; null: the gateway's own.</param>
/// <param name="Division">What is shown first, GB/T 2260.</param>
/// <param name="Agency">Empty where figures are open.</param>
internal sealed record Looker(bool MayLook, string? Token, string Division, string Agency);

/// <summary>Login and logout of the pages (登录、退出).</summary>
internal static class SessionEndpoints
{
    // Back to where the form was, and to nowhere else: a page is named by this list, never by what a form says.
    private static readonly string[] Pages = ["/month", "/warnings"];

    public static void MapSessions(this WebApplication app)
    {
        app.MapPost("/pages/session", async (HttpContext context, Sessions sessions) =>
        {
            if (!IsOwnForm(context.Request))
            {
                return Results.BadRequest();
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var page = PageOf(form);
            return Results.Redirect(sessions.TryOpen(context, form["client"].ToString(), form["secret"].ToString()) ? page : $"{page}?login=failed");
        });
        app.MapPost("/pages/session/end", async (HttpContext context) =>
        {
            Sessions.Close(context);
            return Results.Redirect(context.Request.HasFormContentType ? PageOf(await context.Request.ReadFormAsync(context.RequestAborted)) : Pages[0]);
        });
    }

    private static string PageOf(IFormCollection form) => Pages.FirstOrDefault(page => page == form["page"].ToString()) ?? Pages[0];

    // Another site's form must not log anybody in: browsers say where a form comes from.
    private static bool IsOwnForm(HttpRequest request) =>
        request.HasFormContentType && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}
