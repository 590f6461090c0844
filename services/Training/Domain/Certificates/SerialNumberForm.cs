using System.Globalization;
using Wenye.Policy;

namespace Wenye.Training.Domain.Certificates;

/// <summary>Whether a text could be a serial number at all (序列号格式校验), 48号 附件2.</summary>
public static class SerialNumberForm
{
    private const int FirstYear = 20;
    private static readonly Parameter<Terms<string>> Cities = Parameter.Terms<string>("training.certificate_cities");

    /// <summary>Looks at the six parts (逐段核对): nothing is looked up, so a number that fits need not have been given.</summary>
    /// <param name="text">As printed: 17 digits and a capital letter.</param>
    /// <param name="policy">Of the province and today.</param>
    public static bool Fits(string text, PolicyContext policy)
    {
        if (text.Length != CertificateNumber.Length || !text.AsSpan(0, text.Length - 1).ContainsOnlyDigits() || !policy.Get(Cities).IsSet)
        {
            return false;
        }

        var (city, county) = (text[..4], text[4..6]);

        // 附件2二(二)  省本级项目…代码为“00”
        return policy.Get(Cities).Value.Contains(city)
            && (city != CertificatePlace.ProvincesOwn.City || county == CertificatePlace.ProvincesOwn.County)
            && Number(text[6..10]) > 0

            // 附件2二(四)  the notice is of 2020
            && Number(text[10..12]) >= FirstYear
            && Number(text[12..17]) > 0
            && text[17] is CategoryLetters.Employment or CategoryLetters.Upgrading or CategoryLetters.Entrepreneurship;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
