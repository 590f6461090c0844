using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tokens;

/// <summary>The keys that sign tokens (签名密钥): one signs, all are published.</summary>
/// <remarks>
/// Rotation without a refused call: add the coming key to Auth:PublishedKeys, wait until every service has fetched the
/// keys (5 minutes), make it Auth:SigningKey and leave the old one in Auth:PublishedKeys until its last token expired.
/// </remarks>
internal sealed class SigningKeys
{
    public SigningKeys(IConfiguration configuration, IHostEnvironment environment, ILogger<SigningKeys> log)
    {
        var current = configuration["Auth:SigningKey"];
        if (string.IsNullOrEmpty(current) && !environment.IsDevelopment())
            throw new InvalidOperationException("Auth:SigningKey is required outside development: PKCS#8 of an EC P-256 key in base64.");
        if (string.IsNullOrEmpty(current))
            log.LogInformation("Auth:SigningKey is absent: tokens are signed with a key of this process and end with it");
        Current = Key(string.IsNullOrEmpty(current) ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : Private(current));
        Published = [Current, .. configuration.GetSection("Auth:PublishedKeys").Get<string[]>()?.Select(key => Key(Public(key))) ?? []];
        Credentials = new SigningCredentials(Current, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The key that signs (当前密钥).</summary>
    public ECDsaSecurityKey Current { get; }

    /// <summary>Every key that a valid token may carry (已公布密钥).</summary>
    public IReadOnlyList<ECDsaSecurityKey> Published { get; }

    public SigningCredentials Credentials { get; }

    /// <summary>The public halves as JSON Web Keys (公钥集).</summary>
    public IReadOnlyList<object> PublicKeys() => [.. Published.Select(key =>
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            use = "sig",
            alg = SecurityAlgorithms.EcdsaSha256,
            crv = "P-256",
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    })];

    // The id is the key's own thumbprint (RFC 7638): the same key has the same id in every replica.
    private static ECDsaSecurityKey Key(ECDsa key)
    {
        if (key.KeySize != 256)
            throw new InvalidOperationException("Auth: signing keys must be EC P-256.");
        var named = new ECDsaSecurityKey(key);
        named.KeyId = Base64UrlEncoder.Encode(named.ComputeJwkThumbprint());
        return named;
    }

    private static ECDsa Private(string pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(pkcs8), out _);
        return key;
    }

    // A key that no longer or does not yet sign here is given as its public half; the whole key is taken as well.
    internal static ECDsa Public(string encoded)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(encoded), out _);
        }
        catch (CryptographicException)
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(encoded), out _);
        }

        return key;
    }
}
