using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.ServiceDefaults;

/// <summary>Verifies a token once a minute and not at every call (令牌核验缓存).</summary>
/// <remarks>
/// An agency sends thousands of calls with one token, and an ES256 check costs more than routing the call. Only tokens
/// that passed are remembered, never past their expiry; a withdrawn key is honoured for at most <see cref="Memory"/>.
/// </remarks>
internal sealed class RememberingTokenHandler(TimeProvider time) : JsonWebTokenHandler
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private const int MostTokens = 10_000;

    private readonly ConcurrentDictionary<string, (TokenValidationResult Result, DateTimeOffset Until)> _passed =
        new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = time.GetUtcNow();
        if (_passed.TryGetValue(token, out var known) && now < known.Until)
            return known.Result;
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return await UnlessUnreachableAsync(result, validationParameters.ConfigurationManager);
        Remember(token, result, now);
        return result;
    }

    // Without keys a good token and a bad one look alike: the caller is told to try again, not to get another token.
    private static async Task<TokenValidationResult> UnlessUnreachableAsync(TokenValidationResult refusal, BaseConfigurationManager? authority)
    {
        if (authority is null)
            return refusal;
        try
        {
            await authority.GetBaseConfigurationAsync(CancellationToken.None);
            return refusal;
        }
        catch (Exception outage) when (outage is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            return new TokenValidationResult { Exception = new AuthorityUnreachableException(outage) };
        }
    }

    private void Remember(string token, TokenValidationResult result, DateTimeOffset now)
    {
        if (_passed.Count >= MostTokens)
            _passed.Clear();
        var expiry = new DateTimeOffset(DateTime.SpecifyKind(result.SecurityToken.ValidTo, DateTimeKind.Utc));
        _passed[token] = (result, expiry < now + Memory ? expiry : now + Memory);
    }
}
