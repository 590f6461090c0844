using Wenye.Gateway.Tokens;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>The tokens with which the gateway itself asks for what pages show (网关自用令牌).</summary>
/// <remarks>
/// It signs its own, with the roles that pages need and no others. Where another issuer signs (Auth:Authority), it asks that one
/// as a service does, with ServiceClient:Id and ServiceClient:Secret of a client that has these roles.
/// </remarks>
internal sealed class OwnTokens(IConfiguration configuration, IHttpClientFactory http, TimeProvider time, AccessTokens tokens)
    : ServiceTokens(configuration, http, time)
{
    private static readonly AgencyClient Self = new() { Id = "gateway-pages", Agency = "platform", Division = "000000" };
    private static readonly string[] PageRoles = [Roles.Public, Roles.Statistician, Roles.Province];

    private readonly bool signs = configuration["Auth:Authority"] is not { Length: > 0 } authority || authority == configuration["Auth:Issuer"];

    /// <inheritdoc/>
    public override bool IsConfigured => signs || base.IsConfigured;

    /// <inheritdoc/>
    public override Task<string> GetAsync(CancellationToken cancellation) =>
        signs ? Task.FromResult(tokens.For(Self, PageRoles)) : base.GetAsync(cancellation);
}
