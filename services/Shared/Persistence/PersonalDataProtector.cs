using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using K4os.Compression.LZ4;
using Microsoft.Extensions.Configuration;

namespace Wenye.Persistence;

/// <summary>Encrypts personal data at rest (个人信息加密) with AES-256-GCM under a ring of keys, and hashes it for look-up.</summary>
/// <remarks>
/// Envelope: version (1 byte), length of the key id (1), key id (UTF-8), nonce (12), tag (16), ciphertext. The header is
/// authenticated too. The first key of the ring encrypts; all decrypt, so a key is rotated by putting a new one first.
/// Random nonces: one key encrypts at most 2^32 values. A long text is compressed before it is encrypted (version 2):
/// PostgreSQL cannot compress ciphertext, and would put it out of line.
/// </remarks>
public sealed class PersonalDataProtector
{
    private const byte Plain = 1;
    private const byte Compressed = 2;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;

    // A shorter text gains less than it costs.
    private const int WorthCompressing = 512;
    private const int LongestText = 64 * 1024 * 1024;

    // A cipher may serve one thread at a time, and expanding its key costs more than a short text: one for each thread.
    private readonly Dictionary<string, ThreadLocal<AesGcm>> ciphers = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<string, byte[]> shared = [];
    private readonly string? currentKeyId;
    private readonly byte[]? lookupKey;

    /// <summary>Reads the ring (读取密钥环) from PersonalData:Keys (Id, Key as base64 of 32 bytes; the first is current) and PersonalData:LookupKey.</summary>
    /// <remarks>An empty ring is allowed: a service without personal data has none, and a use of it throws.</remarks>
    /// <exception cref="InvalidOperationException">A key is malformed or named twice.</exception>
    public PersonalDataProtector(IConfiguration configuration)
    {
        var section = configuration.GetSection("PersonalData");
        foreach (var entry in section.GetSection("Keys").GetChildren().OrderBy(child => int.Parse(child.Key)))
        {
            var id = entry["Id"];
            if (string.IsNullOrEmpty(id) || Encoding.UTF8.GetByteCount(id) > byte.MaxValue)
                throw new InvalidOperationException($"{entry.Path}:Id must be 1 to 255 bytes of text.");
            var key = KeyOf(entry["Key"], $"{entry.Path}:Key");
            if (!ciphers.TryAdd(id, new ThreadLocal<AesGcm>(() => new AesGcm(key, TagLength))))
                throw new InvalidOperationException($"{entry.Path}:Id is used twice in the key ring.");
            currentKeyId ??= id;
        }

        lookupKey = section["LookupKey"] is { } text ? KeyOf(text, "PersonalData:LookupKey") : null;
    }

    /// <summary>Encrypts a text (加密) under the current key; two calls never give the same bytes.</summary>
    public byte[] Protect(string value) => value.Length >= WorthCompressing / 4 && shared.TryGetValue(value, out var compressed)
        ? Encrypt(Compressed, compressed)
        : ProtectBytes(Encoding.UTF8.GetBytes(value));

    /// <summary>Encrypts a text now that is passed on and read later, if at all (封存).</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    public SealedText Seal(ReadOnlySpan<byte> utf8) => new(ProtectBytes(utf8), this);

    /// <summary>Says that many records hold this very string (共用文本): it is compressed once, and encrypted for each of them.</summary>
    /// <returns>The string itself.</returns>
    public string Shared(string text)
    {
        if (!shared.TryGetValue(text, out _) && Encoding.UTF8.GetBytes(text) is { Length: >= WorthCompressing } plain && Compress(plain) is { } compressed)
        {
            shared.AddOrUpdate(text, compressed);
        }

        return text;
    }

    /// <summary>Decrypts what <see cref="Protect"/> gave (解密), under whichever key of the ring it used.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or their key is not in the ring.</exception>
    public string Unprotect(byte[] envelope) => Encoding.UTF8.GetString(UnprotectBytes(envelope));

    /// <summary>Hashes a text for look-up by equality (检索散列): HMAC-SHA-256, 32 bytes, the same for the same text and key.</summary>
    /// <remarks>Callers normalise first; the look-up key is not rotated without hashing anew.</remarks>
    public byte[] LookupHash(string value) => LookupHash(Encoding.UTF8.GetBytes(value));

    /// <inheritdoc cref="LookupHash(string)"/>
    public byte[] LookupHash(ReadOnlySpan<byte> value) =>
        HMACSHA256.HashData(lookupKey ?? throw new InvalidOperationException("PersonalData:LookupKey is not configured."), value);

    internal byte[] ProtectBytes(ReadOnlySpan<byte> plain) =>
        plain.Length >= WorthCompressing && Compress(plain) is { } shorter ? Encrypt(Compressed, shorter) : Encrypt(Plain, plain);

    internal byte[] UnprotectBytes(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < 2 || envelope[0] is not (Plain or Compressed) || envelope.Length < 2 + envelope[1] + NonceLength + TagLength)
            throw new CryptographicException("Not an envelope of encrypted personal data.");
        var headerLength = 2 + envelope[1];
        if (!ciphers.TryGetValue(Encoding.UTF8.GetString(envelope[2..headerLength]), out var cipher))
            throw new CryptographicException("The key that encrypted this value is not in PersonalData:Keys.");
        var body = envelope[headerLength..];
        var content = new byte[body.Length - NonceLength - TagLength];
        cipher.Value!.Decrypt(body[..NonceLength], body[(NonceLength + TagLength)..], body.Slice(NonceLength, TagLength), content, envelope[..headerLength]);
        return envelope[0] == Compressed ? Decompress(content) : content;
    }

    private byte[] Encrypt(byte version, ReadOnlySpan<byte> content)
    {
        var id = Encoding.UTF8.GetBytes(currentKeyId ?? throw new InvalidOperationException("PersonalData:Keys is not configured."));
        var headerLength = 2 + id.Length;
        var envelope = new byte[headerLength + NonceLength + TagLength + content.Length];
        envelope[0] = version;
        envelope[1] = (byte)id.Length;
        id.CopyTo(envelope.AsSpan(2));
        var header = envelope.AsSpan(0, headerLength);
        var nonce = envelope.AsSpan(headerLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        ciphers[currentKeyId].Value!.Encrypt(nonce, content, envelope.AsSpan(headerLength + NonceLength + TagLength), envelope.AsSpan(headerLength + NonceLength, TagLength), header);
        return envelope;
    }

    // The length, four bytes, then a block of LZ4: as short here as Brotli at its fastest, in a quarter of the time. Null when no shorter.
    private static byte[]? Compress(ReadOnlySpan<byte> plain)
    {
        var into = new byte[plain.Length];
        BinaryPrimitives.WriteInt32LittleEndian(into, plain.Length);
        var written = LZ4Codec.Encode(plain, into.AsSpan(sizeof(int)));
        return written > 0 ? into[..(sizeof(int) + written)] : null;
    }

    private static byte[] Decompress(ReadOnlySpan<byte> content)
    {
        // Authenticated before: only a fault of this code could make these differ.
        var length = content.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(content);
        var plain = length is >= 0 and <= LongestText ? new byte[length] : throw new CryptographicException("The encrypted text has no length.");
        return LZ4Codec.Decode(content[sizeof(int)..], plain) == length
            ? plain
            : throw new CryptographicException("The encrypted text cannot be decompressed.");
    }

    private static byte[] KeyOf(string? base64, string setting)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(base64 ?? "", key, out var length) && length == KeyLength
            ? key
            : throw new InvalidOperationException($"{setting} must be base64 of {KeyLength} bytes.");
    }
}
