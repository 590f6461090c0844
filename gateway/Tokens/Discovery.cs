using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tokens;

/// <summary>What /.well-known/openid-configuration tells (签发方信息), OpenID Connect Discovery 1.0.</summary>
internal sealed record Discovery(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("jwks_uri")] string KeysUri)
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256];

    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypes { get; } = ["client_credentials"];

    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = [];

    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> SigningAlgorithms { get; } = Algorithms;

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> ClientAuthentication { get; } = ["client_secret_basic", "client_secret_post", "private_key_jwt"];

    [JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")]
    public IReadOnlyList<string> AssertionAlgorithms { get; } = Algorithms;

    /// <summary>The document for a caller that came in at this base address (生成签发方信息).</summary>
    public static Discovery At(string issuer, string address) =>
        new(issuer, address + "/connect/token", address + "/.well-known/jwks.json");
}
