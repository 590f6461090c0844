using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Manner = Wenye.Registration.Domain.Employments.EmploymentManner;

namespace Wenye.Registration.Forms;

/// <summary>What a valid employment form says (就业登记信息), by the names of the field.</summary>
internal sealed class SubmittedEmployment(Dictionary<string, string> fields)
{
    private readonly EmploymentForm form = EmploymentForms.Write(fields);

    /// <summary>就业地, GB/T 2260.</summary>
    public string Division => form.WorkplaceDivision;

    /// <summary>就业时间.</summary>
    public DateOnly EmployedOn => DateOnly.ParseExact(fields["employed_on"], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Whether the income of flexible work reaches the minimum; null when nobody established it.</summary>
    public bool? IncomeReachesMinimum => form.HasIncomeReachesMinimum ? form.IncomeReachesMinimum : null;

    /// <summary>How, with the founding of a firm told apart (就业方式): the day of employment is then that of its registration.</summary>
    public Manner Manner => form.Manner switch
    {
        EmploymentManner.IndividualBusiness => Manner.IndividualBusiness,
        EmploymentManner.WelfarePost => Manner.WelfarePost,
        EmploymentManner.Flexible => Manner.Flexible,
        _ => form.Basis == EmploymentBasis.BusinessRegistration ? Manner.Founded : Manner.Unit,
    };

    /// <summary>Day of birth by a resident id, else as stated (出生日期); null when nothing tells it.</summary>
    public DateOnly? BirthDate =>
        ResidentId.TryParse(Person.IdDocumentNumber, out var id) || ResidentId.TryParse(Person.SocialSecurityNumber, out id) ? id.BirthDate
        : fields.TryGetValue("birth_date", out var day) ? DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>What the form tells of the person (人员基本信息).</summary>
    public PersonDetails Person => new(
        form.Name, form.Sex, form.Identity.IdDocumentType, form.Identity.IdDocumentNumber.ToUpperInvariant(),
        fields.GetValueOrDefault("AAC002"), form.MobilePhone);

    /// <summary>What tells this employer from the person's others: see <see cref="StoredEmployment.Employer"/>.</summary>
    public byte[] Employer(PersonalDataProtector protector) =>
        protector.LookupHash(form.EmployerCode.Length > 0 ? form.EmployerCode : $"{fields["manner"]}|{form.EmployerName}");

    /// <summary>The employment to store, not yet begun.</summary>
    public StoredEmployment ToEmployment(
        Guid personId, PersonalDataProtector protector, bool wasUnemployed, bool wasInHardship, string handledIn, Decision decision) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = personId,
        Form = FormJson.Write(fields),
        Division = Division,
        Urban = form.Urban,
        Type = form.Type,
        Manner = form.Manner,
        EmployedOn = EmployedOn,
        Basis = form.Basis,
        EmployerCode = form.EmployerCode.Length > 0 ? form.EmployerCode : null,
        Employer = Employer(protector),
        Sector = form.Sector,
        Industry = form.Industry.Length > 0 ? form.Industry : null,
        WasRegisteredUnemployed = wasUnemployed,
        WasInHardship = wasInHardship,
        HandledIn = handledIn,
        Decision = decision.Canonical(),
    };
}
