using System.Globalization;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Asked = Wenye.Contracts.Registration.V1.RegistrationPlace;

namespace Wenye.Registration.Forms;

/// <summary>What a valid form says (申请信息), by the names of the field instead of codes.</summary>
internal sealed class SubmittedForm(Dictionary<string, string> fields, Asked? placeAsked = null)
{
    private byte[]? applicant;
    private SealedText? text;

    public static SubmittedForm Of(StoredApplication application) => new(FormJson.Read(application.Form), application.Place);

    /// <summary>By ministry code (申请指标).</summary>
    public Dictionary<string, string> Fields => fields;

    /// <summary>GB/T 2260 (登记失业地行政区划代码).</summary>
    public string Division => fields["AAB301"];

    /// <summary>The ministry's number (失业登记申请编号 ADC201); null for an application made here.</summary>
    public string? Number => fields.GetValueOrDefault("ADC201");

    /// <summary>Where the person asks to be registered (登记失业地类型 ADC221, or beyond it 就业地, 参保地).</summary>
    public RegistrationPlace Place => placeAsked switch
    {
        Asked.Employment => RegistrationPlace.Employment,
        Asked.Insured => RegistrationPlace.Insured,
        _ => fields["ADC221"] == "1" ? RegistrationPlace.Household : RegistrationPlace.Residence,
    };

    /// <summary>Comes with a permit for residents of Hong Kong, Macao or Taiwan (证件类型 AAC058: 02, 03).</summary>
    public bool IsHmtResident => IdDocumentType is "02" or "03";

    /// <summary>证件类型.</summary>
    public string IdDocumentType => fields["AAC058"];

    /// <summary>证件号码; a resident id's check character counts in either case.</summary>
    public string IdDocumentNumber => fields["AAC044"].ToUpperInvariant();

    /// <summary>Day of birth as the resident id tells it (出生日期); null when the form has no valid one.</summary>
    public DateOnly? BirthDate =>
        ResidentId.TryParse(IdDocumentNumber, out var id) || ResidentId.TryParse(fields.GetValueOrDefault("AAC002"), out id)
            ? id.BirthDate
            : null;

    /// <summary>What the form tells of the person (人员基本信息).</summary>
    public PersonDetails Person => new(
        fields["AAC003"], fields["AAC004"], IdDocumentType, IdDocumentNumber, fields.GetValueOrDefault("AAC002"), fields["AAC067"]);

    /// <summary>By what the person is known again (身份识别), see <see cref="IdentityKey"/>.</summary>
    public byte[] Applicant(PersonalDataProtector protector) => applicant ??=
        IdentityKey.Of(protector, IdDocumentType, IdDocumentNumber, fields.GetValueOrDefault("AAC002"));

    /// <summary>The same of the document it names, where it tells a resident id besides (其他证件); null where it does not.</summary>
    public byte[]? OtherDocument(PersonalDataProtector protector) =>
        IdentityKey.OfOther(protector, IdDocumentType, IdDocumentNumber, fields.GetValueOrDefault("AAC002"));

    /// <summary>The form as it is stored (申请信息密文).</summary>
    public SealedText Sealed(PersonalDataProtector protector) => text ??= FormJson.Seal(fields, protector);

    /// <summary>The application to store, not yet received; eligibility as the sealed text of its decision.</summary>
    public StoredApplication ToApplication(
        string serial, PersonalDataProtector protector, SealedText eligibility, Decision<DueDay> deadline, Intake intake) => new()
    {
        Id = Guid.CreateVersion7(),
        Serial = serial,
        Number = Number,
        Channel = intake.Channel,
        OfficeId = intake.OfficeId,
        Place = intake.Place,
        PlaceEvidence = intake.PlaceEvidence,
        Missing = intake.Missing,
        CommittedOn = intake.CommittedOn,
        Division = Division,
        AppliedOn = DateOnly.ParseExact(fields["AAE127"], "yyyyMMdd", CultureInfo.InvariantCulture),
        UnemploymentReason = fields["AJC093"],
        ClaimsBenefit = fields["ADC222"] == "1",
        Applicant = Applicant(protector),
        Form = Sealed(protector),
        ReviewDue = deadline.Result?.Due,
        EligibilityDecision = eligibility,
        DeadlineDecision = protector.Shared(deadline.Canonical()),
    };
}
