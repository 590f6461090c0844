using System.Security.Cryptography;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Demo;

/// <summary>Makes the applicant of demo/application.json a new synthetic person, so that the demo can be run again and again.</summary>
internal static class SyntheticApplicant
{
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Gives the form its own application number (ADC201) and the id another sequence number of the same sex, place and birth date.</summary>
    public static void Renew(ApplicationForm form)
    {
        form.ApplicationNumber = form.RegistrationDivision + Guid.CreateVersion7().ToString("N")[..30].ToUpperInvariant();
        var sequence = (RandomNumberGenerator.GetInt32(500) * 2) + (form.Sex == "1" ? 1 : 0);
        var body = form.SocialSecurityNumber[..14] + sequence.ToString("D3");
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (body[i] - '0') * Weights[i];
        }

        form.SocialSecurityNumber = form.IdDocumentNumber = body + "10X98765432"[sum % 11];
    }
}
