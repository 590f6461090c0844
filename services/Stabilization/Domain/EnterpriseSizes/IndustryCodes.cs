using System.Globalization;

namespace Wenye.Stabilization.Domain.EnterpriseSizes;

/// <summary>From a code of GB/T 4754-2017 to the industry of the size standard (行业归类).</summary>
/// <remarks>The standard was written against the edition of 2011; where numbers moved, the industry is followed by its name (docs/decisions/0040).</remarks>
internal static class IndustryCodes
{
    private const int DivisionDigits = 2;
    private const int MostDigits = 4;

    /// <summary>The last division of each section A to T.</summary>
    private static readonly int[] LastDivisions = [5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97];

    /// <summary>The industry of a section letter, a number, or both (C, 51, F51, K701); null when the code is none or too coarse to tell.</summary>
    public static SizeIndustry? IndustryOf(string code)
    {
        var written = code.AsSpan().Trim();
        if (written.IsEmpty)
        {
            return null;
        }

        var letter = char.ToUpperInvariant(written[0]);
        var section = letter is >= 'A' and <= 'T' ? letter - 'A' : -1;
        var digits = section < 0 ? written : written[1..];
        if (digits.IsEmpty)
        {
            return OfSection(letter);
        }

        return digits.Length is >= DivisionDigits and <= MostDigits
            && !digits.ContainsAnyExceptInRange('0', '9')
            && SectionOf(int.Parse(digits[..DivisionDigits], CultureInfo.InvariantCulture)) is { } own
            && (section < 0 || section == own)
                ? OfNumber(int.Parse(digits[..DivisionDigits], CultureInfo.InvariantCulture), digits.Length > DivisionDigits ? digits[DivisionDigits] : null)
                : null;
    }

    private static int? SectionOf(int division)
    {
        var section = Array.FindIndex(LastDivisions, last => division <= last);
        return division == 0 || section < 0 ? null : section;
    }

    private static SizeIndustry? OfSection(char letter) => letter switch
    {
        'A' => SizeIndustry.Agriculture,
        'B' or 'C' or 'D' => SizeIndustry.Industry,
        'E' => SizeIndustry.Construction,
        'L' => SizeIndustry.LeasingAndBusiness,
        'M' or 'N' or 'O' or 'R' => SizeIndustry.OtherNamed,
        'J' or 'P' or 'S' or 'T' => SizeIndustry.NotCovered,

        // F, G, H, I, K, Q hold several industries of the standard: the division must be told.
        _ => null,
    };

    private static SizeIndustry? OfNumber(int division, char? group) => division switch
    {
        <= 5 => SizeIndustry.Agriculture,
        <= 46 => SizeIndustry.Industry,
        <= 50 => SizeIndustry.Construction,
        51 => SizeIndustry.Wholesale,
        52 => SizeIndustry.Retail,

        // 交通运输业（不含铁路运输业）
        53 => SizeIndustry.NotCovered,
        <= 58 => SizeIndustry.Transport,

        // 59 装卸搬运和仓储业: the standard puts 装卸搬运 with transport.
        59 => group is null ? null : group == '1' ? SizeIndustry.Transport : SizeIndustry.Storage,
        60 => SizeIndustry.Post,
        61 => SizeIndustry.Lodging,
        62 => SizeIndustry.Catering,
        <= 64 => SizeIndustry.InformationTransmission,
        65 => SizeIndustry.Software,
        <= 69 => SizeIndustry.NotCovered,
        70 => group switch { null => null, '1' => SizeIndustry.RealEstateDevelopment, '2' => SizeIndustry.PropertyManagement, _ => SizeIndustry.OtherNamed },
        <= 72 => SizeIndustry.LeasingAndBusiness,
        <= 82 => SizeIndustry.OtherNamed,

        // 83 教育、84 卫生; 85 社会工作 is named by the standard.
        <= 84 => SizeIndustry.NotCovered,
        <= 90 => SizeIndustry.OtherNamed,
        _ => SizeIndustry.NotCovered,
    };
}
