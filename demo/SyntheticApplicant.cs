using System.Security.Cryptography;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;

namespace Wenye.Demo;

/// <summary>Makes the applicant of demo/application.json a new synthetic person, so that the demo can be run again and again.</summary>
internal static class SyntheticApplicant
{
    /// <summary>Gives the id another sequence number of the same sex, place and birth date. The form has no ADC201: that is the platform's to give.</summary>
    public static void Renew(ApplicationForm form)
    {
        form.ApplicationNumber = "";
        var sequence = (RandomNumberGenerator.GetInt32(500) * 2) + (form.Sex == "1" ? 1 : 0);
        var body = form.SocialSecurityNumber[..14] + sequence.ToString("D3");
        form.SocialSecurityNumber = form.IdDocumentNumber = body + ResidentId.CheckCharacter(body);
    }
}
