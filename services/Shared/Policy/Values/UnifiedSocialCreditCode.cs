using System.Buffers;

namespace Wenye.Policy;

/// <summary>What is wrong with a unified social credit code (统一社会信用代码的差错).</summary>
public enum SocialCreditCodeFault
{
    /// <summary>Nothing (无).</summary>
    None,

    /// <summary>Not 18 characters (长度).</summary>
    Length,

    /// <summary>A character that may not stand where it stands; letters are upper-case, without I, O, S, V and Z (字符).</summary>
    Character,

    /// <summary>The ninth character of the organisation code does not fit (组织机构代码校验码).</summary>
    OrganisationCheck,

    /// <summary>The last character does not fit (校验码).</summary>
    CheckCharacter,
}

/// <summary>A valid unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters, the last by MOD 31.</summary>
/// <remarks>
/// One character for the registering department, one for the kind of body, six digits of GB/T 2260, the organisation code of
/// GB 11714 with its own check character, and the check character of the whole. Public data, shown as it is.
/// </remarks>
public readonly record struct UnifiedSocialCreditCode
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int OrganisationStart = 8;
    private const int OrganisationLength = 8;

    private static readonly SearchValues<char> CharacterSet = SearchValues.Create(Characters);

    // GB 11714: MOD 11 over eight characters, letters counting from A = 10; 10 is written X.
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? code;

    private UnifiedSocialCreditCode(string code) => this.code = code;

    /// <summary>Where the body is registered (登记管理机关行政区划码), six digits of GB/T 2260.</summary>
    public string AreaCode => ToString()[2..OrganisationStart];

    /// <summary>The organisation code (组织机构代码), GB 11714, nine characters.</summary>
    public string OrganisationCode => ToString().Substring(OrganisationStart, OrganisationLength + 1);

    /// <summary>Reads 18 characters.</summary>
    public static bool TryParse(string? text, out UnifiedSocialCreditCode code) => Examine(text, out code) == SocialCreditCodeFault.None;

    /// <summary>Reads like <see cref="TryParse"/> and says what is wrong (校验).</summary>
    /// <remarks>
    /// Who takes codes as others wrote them tells the two check faults from the rest: such a code has the right shape, and
    /// bodies exist whose code was issued with a wrong check character.
    /// </remarks>
    public static SocialCreditCodeFault Examine(string? text, out UnifiedSocialCreditCode code)
    {
        code = default;
        if (text is not { Length: 18 })
        {
            return SocialCreditCodeFault.Length;
        }

        if (text.AsSpan().ContainsAnyExcept(CharacterSet) || !text[2..OrganisationStart].All(char.IsAsciiDigit))
        {
            return SocialCreditCodeFault.Character;
        }

        if (text[OrganisationStart + OrganisationLength] != OrganisationCheck(text.AsSpan(OrganisationStart, OrganisationLength)))
        {
            return SocialCreditCodeFault.OrganisationCheck;
        }

        if (text[17] != CheckCharacter(text.AsSpan(0, 17)))
        {
            return SocialCreditCodeFault.CheckCharacter;
        }

        code = new(text);
        return SocialCreditCodeFault.None;
    }

    /// <summary>The check character for 17 characters (校验码): weights are the powers of 3, MOD 31.</summary>
    /// <exception cref="ArgumentException">Not 17 characters of the set.</exception>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 17 || body.ContainsAnyExcept(CharacterSet))
        {
            throw new ArgumentException("A check character needs 17 characters of the code's set.", nameof(body));
        }

        var (sum, weight) = (0, 1);
        foreach (var character in body)
        {
            sum += Characters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Characters.Length;
        }

        return Characters[(Characters.Length - (sum % Characters.Length)) % Characters.Length];
    }

    /// <summary>The ninth character of an organisation code (组织机构代码校验码), for its first eight: digits and upper-case letters.</summary>
    /// <exception cref="ArgumentException">Not eight such characters.</exception>
    public static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        if (body.Length != OrganisationLength)
        {
            throw new ArgumentException("An organisation code has eight characters before its check character.", nameof(body));
        }

        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += OrganisationWeights[i] * (body[i] switch
            {
                >= '0' and <= '9' => body[i] - '0',
                >= 'A' and <= 'Z' => body[i] - 'A' + 10,
                _ => throw new ArgumentException("An organisation code has digits and upper-case letters.", nameof(body)),
            });
        }

        return "0X987654321"[sum % 11];
    }

    /// <summary>The 18 characters; empty for a default value.</summary>
    public override string ToString() => code ?? "";
}
