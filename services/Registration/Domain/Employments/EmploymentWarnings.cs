using Wenye.Policy;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Employments;

/// <summary>What looks wrong in an employment and is taken all the same (提示).</summary>
public static class EmploymentWarnings
{
    // AAC058 01 居民身份证
    private const string ResidentIdCard = "01";

    /// <summary>Finds them in a form without faults (核对提示).</summary>
    /// <param name="fields">Text by field, as <see cref="EmploymentFields.Registration"/> took it.</param>
    public static IEnumerable<FieldFault> Of(IReadOnlyDictionary<string, string> fields)
    {
        // GB 32100 校验码不符：只提示
        if (fields.TryGetValue("employer_code", out var code) && !UnifiedSocialCreditCode.TryParse(code, out _))
        {
            yield return new("employer_code", "单位统一社会信用代码的校验码不符，请与营业执照或登记证书逐位核对");
        }

        // 39号 附件5 四(一) 对AAC044未规定校验，故只提示
        if (fields["AAC058"] == ResidentIdCard)
        {
            if (!ResidentId.TryParse(fields["AAC044"].ToUpperInvariant(), out var id))
            {
                yield return new("AAC044", "居民身份证号码不符合编码规则，请与证件逐位核对");
            }
            else if (fields["AAC004"] is "1" or "2" && fields["AAC004"] != (id.Sex == Sex.Male ? "1" : "2"))
            {
                yield return new("AAC004", "性别与居民身份证号码不符，请与证件核对");
            }
        }
    }
}
