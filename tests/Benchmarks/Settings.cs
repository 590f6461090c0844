using System.Collections.Immutable;
using System.Security.Cryptography;
using Grpc.Core;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>Configuration of the processes, by the names that the AppHost uses.</summary>
internal static class Settings
{
    public const string Division = "370102";

    public static readonly IReadOnlyDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    /// <summary>What every service of ours is given.</summary>
    public static Dictionary<string, string> OfService(TestIssuer issuer) => new(PersonalDataKeys.Fresh(), StringComparer.Ordinal)
    {
        ["Auth:Authority"] = issuer.Authority,
        ["Auth:Audience"] = TestIssuer.Audience,
        ["Auth:RequireHttpsMetadata"] = "false",
    };

    /// <summary>The gateway before one service, with limits that are out of the way.</summary>
    public static Dictionary<string, string> OfGateway(TestIssuer issuer, string registrationUrl) => new(OfService(issuer), StringComparer.Ordinal)
    {
        ["services:registration:http:0"] = registrationUrl,
        ["Auth:SigningKey"] = NewSigningKey(),
        ["RateLimits:AgencyPerSecond"] = "10000000",
    };

    /// <summary>The token of an agency that may do everything in Registration.</summary>
    public static Metadata Token(TestIssuer issuer) => Token(issuer, "intake", "reviewer");

    /// <summary>The same with these roles.</summary>
    public static Metadata Token(TestIssuer issuer, params string[] roles) =>
        new() { { "authorization", $"Bearer {issuer.Token("agency-bench", Division, roles)}" } };

    // Required in production, though these tokens are another issuer's.
    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }
}
