using System.Globalization;
using System.Security.Cryptography;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;

namespace Wenye.Demo;

/// <summary>Makes the applicant of demo/application.json a new synthetic person, so that the demo can be run again and again.</summary>
internal static class SyntheticApplicant
{
    /// <summary>Gives the id another birth date, of 1985 to 1994, and sequence number, of the same sex and place. The form has no ADC201: that is the platform's to give.</summary>
    /// <remarks>Sequence numbers alone are 500: after some runs in one system somebody would come who is registered already.</remarks>
    public static void Renew(ApplicationForm form) => Renew(form, new DateOnly(1985, 1, 1), days: 3652);

    /// <summary>The same, born within so many days of that day.</summary>
    public static void Renew(ApplicationForm form, DateOnly earliest, int days)
    {
        form.ApplicationNumber = "";
        var born = earliest.AddDays(RandomNumberGenerator.GetInt32(days));
        var sequence = (RandomNumberGenerator.GetInt32(500) * 2) + (form.Sex == "1" ? 1 : 0);
        var body = string.Create(CultureInfo.InvariantCulture, $"{form.SocialSecurityNumber[..6]}{born:yyyyMMdd}{sequence:D3}");
        form.SocialSecurityNumber = form.IdDocumentNumber = body + ResidentId.CheckCharacter(body);
    }
}
