using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Wenye.Persistence;

/// <summary>The keys with which a service signs its audit log (审计密钥环): who has the database but not them can write no entry and no seal that verifies.</summary>
/// <remarks>
/// Audit:Keys (Id, Key as base64 of 32 bytes; the first signs, all verify). With none, one is derived from PersonalData:LookupKey, which
/// the database does not hold either. A key that signed is kept as long as its entries. A MAC is stored with the id of its key before it.
/// </remarks>
public sealed class AuditKeys
{
    private const int KeyLength = 32;
    private const string Derived = "derived";

    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);
    private readonly byte[] prefix = [];

    /// <summary>Reads the ring.</summary>
    /// <exception cref="InvalidOperationException">A key is malformed or named twice.</exception>
    public AuditKeys(IConfiguration configuration)
    {
        foreach (var entry in configuration.GetSection("Audit:Keys").GetChildren().OrderBy(child => int.Parse(child.Key)))
        {
            if (entry["Id"] is not { Length: > 0 } id || Encoding.UTF8.GetByteCount(id) > byte.MaxValue || !keys.TryAdd(id, KeyOf(entry["Key"], entry.Path)))
            {
                throw new InvalidOperationException($"{entry.Path}:Id must be 1 to 255 bytes of text, of one key only.");
            }

            Current ??= id;
        }

        if (configuration["PersonalData:LookupKey"] is { Length: > 0 } lookup)
        {
            keys.TryAdd(Derived, HKDF.DeriveKey(HashAlgorithmName.SHA256, KeyOf(lookup, "PersonalData"), KeyLength, info: "wenye audit"u8.ToArray()));
            Current ??= Derived;
        }

        if (Current is not null)
        {
            prefix = [(byte)Encoding.UTF8.GetByteCount(Current), .. Encoding.UTF8.GetBytes(Current)];
        }
    }

    private string? Current { get; }

    /// <summary>Signs with the current key (签名).</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal byte[] Sign(ReadOnlySpan<byte> content) => Current is null
        ? throw new InvalidOperationException("Neither Audit:Keys nor PersonalData:LookupKey is configured.")
        : [.. prefix, .. HMACSHA256.HashData(keys[Current], content)];

    /// <summary>Whether a MAC is that of the content, by the key it names (验签).</summary>
    internal bool Verify(ReadOnlySpan<byte> mac, ReadOnlySpan<byte> content)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (mac.Length < 1 || mac.Length != 1 + mac[0] + expected.Length || KeyOf(mac.Slice(1, mac[0])) is not { } key)
        {
            return false;
        }

        HMACSHA256.HashData(key, content, expected);
        return CryptographicOperations.FixedTimeEquals(mac[^expected.Length..], expected);
    }

    private byte[]? KeyOf(ReadOnlySpan<byte> id) =>
        prefix.AsSpan().Length > 0 && id.SequenceEqual(prefix.AsSpan(1)) ? keys[Current!] : keys.GetValueOrDefault(Encoding.UTF8.GetString(id));

    private static byte[] KeyOf(string? base64, string setting)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(base64 ?? "", key, out var length) && length == KeyLength
            ? key
            : throw new InvalidOperationException($"{setting}:Key must be base64 of {KeyLength} bytes.");
    }
}
