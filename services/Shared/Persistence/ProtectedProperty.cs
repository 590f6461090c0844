using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Persistence;

/// <summary>Marks personal data in the model (个人信息字段).</summary>
public static class ProtectedProperty
{
    /// <summary>Stores the property encrypted (加密存储), as bytea. It cannot be searched or sorted; keep a LookupHash beside it to find it.</summary>
    /// <param name="property">A text property.</param>
    /// <param name="protector">ServiceDbContext.PersonalData; null only at design time.</param>
    public static PropertyBuilder<string> IsProtected(this PropertyBuilder<string> property, PersonalDataProtector? protector) =>
        property.HasConversion(plain => Ring(protector).Protect(plain), envelope => Ring(protector).Unprotect(envelope));

    /// <summary>The same for a property that may be absent (可空加密存储): null stays null.</summary>
    /// <param name="property">A text property.</param>
    /// <param name="protector">As above.</param>
    public static PropertyBuilder<string?> IsProtectedIfPresent(this PropertyBuilder<string?> property, PersonalDataProtector? protector) =>
        property.HasConversion<byte[]?>(plain => Ring(protector).Protect(plain!), envelope => Ring(protector).Unprotect(envelope!));

    /// <summary>Stores what is encrypted already (密文存储), as bytea; reading a row does not decrypt it.</summary>
    /// <param name="property">A sealed text.</param>
    /// <param name="protector">As above.</param>
    public static PropertyBuilder<SealedText> IsSealed(this PropertyBuilder<SealedText> property, PersonalDataProtector? protector) =>
        property.HasConversion(text => text.Envelope, envelope => new SealedText(envelope, Ring(protector)));

    private static PersonalDataProtector Ring(PersonalDataProtector? protector) =>
        protector ?? throw new InvalidOperationException("The context has no host, so it cannot read personal data.");
}
