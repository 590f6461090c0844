using Wenye.Policy;

namespace Wenye.Registration.Domain.Applications;

/// <summary>The printed rules for the social security number (社会保障号码), AAC002.</summary>
/// <remarks>A number that begins with a letter is no resident id (公民身份号码); only its length is ruled.</remarks>
public static class SocialSecurityNumber
{
    // 【数据】首位不是字母的，长度为15或18位
    // 【数据】15位公民身份号码不能含有非数字字符
    // 【数据】18位公民身份号码前17位不能含有非数字字符
    // 【数据】18位公民身份号码第18位必须符合校验规则
    /// <summary>A number that does not begin with a letter is a resident id (公民身份号码).</summary>
    public static string? IsWellFormed(FieldRule rule, string text, in Form form) =>
        char.IsAsciiLetter(text[0]) ? null : ResidentId.Examine(text, out _) switch
        {
            ResidentIdFault.None => null,
            ResidentIdFault.Length => $"{rule.Name}首位不是字母的，应为15位或18位，请核对后重新填写",
            ResidentIdFault.Character => $"{rule.Name}只能是数字，18位号码的末位可以是大写字母X，请核对后重新填写",
            ResidentIdFault.BirthDate => $"{rule.Name}中的出生日期不存在，请核对后重新填写",
            _ => $"{rule.Name}第18位校验码不符，请逐位核对后重新填写",
        };

    // 【数据】公民身份号码与性别相符
    /// <summary>The resident id tells the sex that the form states (与性别相符).</summary>
    /// <remarks>Code 9, 未说明的性别, states nothing that the number could contradict; an unknown code is a fault of AAC004.</remarks>
    public static string? AgreesWithSex(FieldRule rule, string text, in Form form)
    {
        if (char.IsAsciiLetter(text[0]))
        {
            return null;
        }

        // Well-formed, as the rule before this one found: the sequence number ends at digit 17 of 18, at digit 15 of 15.
        var isMale = (text[text.Length == 18 ? 16 : 14] - '0') % 2 == 1;
        var contradicts = form["AAC004"] switch
        {
            "1" => !isMale,
            "2" => isMale,
            _ => false,
        };
        return contradicts ? $"{rule.Name}与所填性别不符，请核对社会保障号码和性别" : null;
    }
}
