using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Forms;

/// <summary>The employment form by field (就业登记信息): ministry codes where there are any, else the contract's names.</summary>
internal static class EmploymentForms
{
    // Like any eight digits that are no day: the rules of the field say what is wrong.
    private const string NoDay = "00000000";
    private const string Unspecified = "unspecified";

    /// <summary>The fields that are present; values of an enum by their names in lower case.</summary>
    public static Dictionary<string, string> Read(EmploymentForm form)
    {
        var identity = form.Identity ?? new PersonIdentity();
        (string Field, string Text)[] all =
        [
            ("AAC003", form.Name), ("AAC004", form.Sex), ("AAC058", identity.IdDocumentType), ("AAC044", identity.IdDocumentNumber),
            ("AAC002", form.SocialSecurityNumber), ("AAC067", form.MobilePhone), ("birth_date", Text(form.BirthDate)),
            ("workplace_division", form.WorkplaceDivision), ("urban", form.HasUrban ? Text(form.Urban) : ""),
            ("type", Text(form.Type)), ("manner", Text(form.Manner)), ("employed_on", Text(form.EmployedOn)), ("basis", Text(form.Basis)),
            ("employer_name", form.EmployerName), ("employer_code", form.EmployerCode), ("employer_address", form.EmployerAddress),
            ("sector", Text(form.Sector)), ("industry", form.Industry),
            ("income_reaches_minimum", form.HasIncomeReachesMinimum ? Text(form.IncomeReachesMinimum) : ""),
        ];
        return all.Where(field => field.Text.Length > 0).ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);
    }

    /// <summary>The form of fields that were taken.</summary>
    public static EmploymentForm Write(IReadOnlyDictionary<string, string> fields)
    {
        string Of(string field) => fields.GetValueOrDefault(field, "");
        var form = new EmploymentForm
        {
            Name = Of("AAC003"), Sex = Of("AAC004"), SocialSecurityNumber = Of("AAC002"), MobilePhone = Of("AAC067"),
            Identity = new PersonIdentity { IdDocumentType = Of("AAC058"), IdDocumentNumber = Of("AAC044") },
            BirthDate = Day(Of("birth_date")), WorkplaceDivision = Of("workplace_division"), Urban = Of("urban") == Text(true),
            Type = Value<EmploymentType>(Of("type")), Manner = Value<EmploymentManner>(Of("manner")),
            EmployedOn = Day(Of("employed_on")), Basis = Value<EmploymentBasis>(Of("basis")),
            EmployerName = Of("employer_name"), EmployerCode = Of("employer_code"), EmployerAddress = Of("employer_address"),
            Sector = Value<IndustrySector>(Of("sector")), Industry = Of("industry"),
        };
        if (fields.TryGetValue("income_reaches_minimum", out var reaches))
        {
            form.IncomeReachesMinimum = reaches == Text(true);
        }

        return form;
    }

    /// <summary>A day as the field lists write it (YYYYMMDD); empty when there is none.</summary>
    public static string Text(Date? day) => day switch
    {
        null => "",
        _ when day.IsDay() => day.ToDay().ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        _ => NoDay,
    };

    /// <summary>The name of a value of the contract (取值名称); empty when it is not specified, its number when it is none.</summary>
    public static string Text<T>(T value)
        where T : struct, Enum => !Enum.IsDefined(value) ? value.ToString("D") : Term<T>.Text(value) is var term && term == Unspecified ? "" : term;

    private static string Text(bool value) => value ? "true" : "false";

    private static T Value<T>(string term)
        where T : struct, Enum => Term<T>.TryParse(term, out var value) ? value : default;

    private static Date? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToContract() : null;
}
