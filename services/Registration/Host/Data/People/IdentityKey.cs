using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Registration.Data;

/// <summary>By what a person is known again (身份识别): the same whichever of their documents a form names.</summary>
internal static class IdentityKey
{
    /// <summary>Keyed hash of the resident id, where one of the numbers is one, else of kind and number of the document.</summary>
    /// <remarks>
    /// An identity card and a social security card carry the same resident id, and one of 15 digits is that of 18: otherwise a
    /// person could be registered once with each.
    /// </remarks>
    /// <param name="protector">The keys.</param>
    /// <param name="documentType">证件类型 AAC058.</param>
    /// <param name="documentNumber">证件号码 AAC044.</param>
    /// <param name="socialSecurityNumber">社会保障号码 AAC002, if told.</param>
    public static byte[] Of(PersonalDataProtector protector, string documentType, string documentNumber, string? socialSecurityNumber) =>
        protector.LookupHash(ResidentId.TryParse(documentNumber.ToUpperInvariant(), out var id) || ResidentId.TryParse(socialSecurityNumber, out id)
            ? id.Reveal()
            : $"{documentType}|{documentNumber.ToUpperInvariant()}");

    /// <summary>The same of the document alone (其他证件), where the person is known by another number; null where it is what they are known by.</summary>
    public static byte[]? OfOther(PersonalDataProtector protector, string documentType, string documentNumber, string? socialSecurityNumber) =>
        !ResidentId.TryParse(documentNumber.ToUpperInvariant(), out _) && ResidentId.TryParse(socialSecurityNumber, out _)
            ? Of(protector, documentType, documentNumber, socialSecurityNumber: null)
            : null;

    /// <summary>Keyed hash of a name (姓名检索散列), by which people are found.</summary>
    public static byte[] OfName(PersonalDataProtector protector, string name) => protector.LookupHash($"name|{name}");
}
