using System.Globalization;

namespace Wenye.Policy;

/// <summary>The level of a division (区划级别).</summary>
public enum DivisionLevel
{
    /// <summary>The country, 000000 (全国).</summary>
    Nation,

    /// <summary>Province, xx0000 (省).</summary>
    Province,

    /// <summary>City, xxxx00 (市).</summary>
    City,

    /// <summary>County or district (县、区).</summary>
    District,
}

/// <summary>An administrative division (行政区划): six digits of GB/T 2260. Whether the code exists on a day is for the code tables to say.</summary>
public readonly record struct Division
{
    private readonly int code;

    private Division(int code) => this.code = code;

    /// <summary>The country (全国), 000000.</summary>
    public static Division Nation => default;

    /// <summary>Six digits (代码).</summary>
    public string Code => code.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>Level (级别), read from the trailing pairs of zeros.</summary>
    public DivisionLevel Level => code switch
    {
        0 => DivisionLevel.Nation,
        _ when code % 10_000 == 0 => DivisionLevel.Province,
        _ when code % 100 == 0 => DivisionLevel.City,
        _ => DivisionLevel.District,
    };

    /// <summary>The division above (上级); the country is its own.</summary>
    public Division Parent => Level switch
    {
        DivisionLevel.District => new(code / 100 * 100),
        DivisionLevel.City => new(code / 10_000 * 10_000),
        _ => Nation,
    };

    /// <summary>District, city, province, nation: this division and those above it (本级及上级), nearest first.</summary>
    public IEnumerable<Division> SelfAndAbove
    {
        get
        {
            var division = this;
            for (; division.Level != DivisionLevel.Nation; division = division.Parent)
            {
                yield return division;
            }

            yield return division;
        }
    }

    /// <summary>Reads six digits. 0001xx and other codes without a province are no divisions.</summary>
    public static bool TryParse(string? text, out Division division)
    {
        division = default;
        if (text is not { Length: 6 } || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var digits = int.Parse(text, CultureInfo.InvariantCulture);
        var hasParents = digits == 0 || (digits >= 110_000 && (digits % 100 == 0 || digits / 100 % 100 != 0));
        division = hasParents ? new(digits) : default;
        return hasParents;
    }

    /// <summary>Reads six digits.</summary>
    /// <exception cref="FormatException">Not a code of GB/T 2260.</exception>
    public static Division Parse(string text) =>
        TryParse(text, out var division) ? division : throw new FormatException($"“{text}”不是行政区划代码，应为6位数字（GB/T 2260）。");

    /// <summary>Whether <paramref name="other"/> is this division or lies in it (包含).</summary>
    public bool Contains(Division other) => Level switch
    {
        DivisionLevel.Nation => true,
        DivisionLevel.Province => other.code / 10_000 == code / 10_000,
        DivisionLevel.City => other.code / 100 == code / 100,
        _ => other.code == code,
    };

    /// <inheritdoc/>
    public override string ToString() => Code;
}
