using System.Text;

namespace Wenye.Persistence;

/// <summary>A text of personal data that is encrypted from the moment it is made until somebody reads it (密文).</summary>
/// <remarks>
/// For long texts that most code only passes on: a list that does not show one does not decrypt it, and a file of forms in hand is
/// not held in clear. Made by <see cref="PersonalDataProtector.Seal(ReadOnlySpan{byte})"/>, mapped by
/// <see cref="ProtectedProperty.IsSealed"/>.
/// </remarks>
public sealed class SealedText
{
    private readonly PersonalDataProtector protector;

    internal SealedText(byte[] envelope, PersonalDataProtector protector)
    {
        Envelope = envelope;
        this.protector = protector;
    }

    internal byte[] Envelope { get; }

    /// <summary>Decrypts it (解密).</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were changed, or their key is not in the ring.</exception>
    public string Open() => Encoding.UTF8.GetString(OpenBytes());

    /// <summary>The same as UTF-8 (解密为字节).</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">As <see cref="Open"/>.</exception>
    public byte[] OpenBytes() => protector.UnprotectBytes(Envelope);
}
