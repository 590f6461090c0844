using System.Globalization;

namespace Wenye.Policy;

/// <summary>What is wrong with a resident id (公民身份号码的差错).</summary>
public enum ResidentIdFault
{
    /// <summary>Nothing (无).</summary>
    None,

    /// <summary>Neither 15 nor 18 characters (长度).</summary>
    Length,

    /// <summary>A character that may not stand where it stands; X must be upper-case (字符).</summary>
    Character,

    /// <summary>The day of birth does not exist (出生日期).</summary>
    BirthDate,

    /// <summary>The last character does not fit (校验码).</summary>
    CheckCharacter,
}

/// <summary>Sex as a resident id tells it (性别).</summary>
public enum Sex
{
    /// <summary>Male (男), code 1.</summary>
    Male = 1,

    /// <summary>Female (女), code 2.</summary>
    Female = 2,
}

/// <summary>A valid resident id (公民身份号码), GB 11643-1999: 18 characters, check character by ISO 7064 MOD 11-2.</summary>
/// <remarks>Text form is masked, so that no log or message can show one by accident; <see cref="Reveal"/> is the only way to the whole number.</remarks>
public readonly record struct ResidentId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? number;

    private ResidentId(string number, DateOnly birthDate)
    {
        this.number = number;
        BirthDate = birthDate;
    }

    /// <summary>Day of birth (出生日期).</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Sex (性别): the 17th digit is odd for men.</summary>
    public Sex Sex => (Number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The first six digits (地址码): where the number was first issued. Codes outside GB/T 2260 (830000) are in use.</summary>
    public string AreaCode => Number[..6];

    private string Number => number ?? throw new InvalidOperationException("A default ResidentId is no resident id.");

    /// <summary>Reads 18 characters, or 15 digits of the first generation, which are brought to 18.</summary>
    public static bool TryParse(string? text, out ResidentId id) => Examine(text, out id) == ResidentIdFault.None;

    /// <summary>Reads like <see cref="TryParse"/> and says what is wrong (校验).</summary>
    public static ResidentIdFault Examine(string? text, out ResidentId id)
    {
        id = default;
        if (text is not { Length: 15 or 18 })
        {
            return ResidentIdFault.Length;
        }

        var body = text.Length == 18 ? text[..17] : $"{text[..6]}19{text[6..]}";
        if (!body.All(char.IsAsciiDigit) || (text.Length == 18 && !CheckCharacters.Contains(text[17], StringComparison.Ordinal)))
        {
            return ResidentIdFault.Character;
        }

        if (!DateOnly.TryParseExact(body.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate))
        {
            return ResidentIdFault.BirthDate;
        }

        var check = CheckCharacter(body);
        if (text.Length == 18 && text[17] != check)
        {
            return ResidentIdFault.CheckCharacter;
        }

        id = new(body + check, birthDate);
        return ResidentIdFault.None;
    }

    /// <summary>The check character for 17 digits (校验码).</summary>
    /// <exception cref="ArgumentException">Not 17 digits.</exception>
    public static char CheckCharacter(string body)
    {
        if (body.Length != 17 || !body.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("A check character needs 17 digits.", nameof(body));
        }

        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (body[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>The whole number (完整号码). Only for storage under encryption and for roles that may see it.</summary>
    public string Reveal() => Number;

    /// <summary>Masked (脱敏): the first four and last two characters, for example <c>3701************35</c>.</summary>
    public override string ToString() => number is null ? "" : $"{number[..4]}************{number[16..]}";
}
