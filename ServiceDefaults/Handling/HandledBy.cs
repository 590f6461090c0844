using System.Globalization;
using System.Text;
using Wenye.Contracts.Type.V1;

namespace Wenye.ServiceDefaults;

/// <summary>Who does a step, when and where (经办信息): the token says which agency, the request which operator and office.</summary>
/// <param name="Agency">The agency whose token made the call.</param>
/// <param name="Division">The division of its token, GB/T 2260.</param>
/// <param name="At">When.</param>
/// <param name="Operator">经办人 AAE011, a name: stored encrypted; null when nobody was named.</param>
/// <param name="OfficeId">The office of the directory; null when none was named.</param>
/// <param name="Remarks">备注 AAE013; null when there are none.</param>
public sealed record HandledBy(string Agency, string Division, DateTimeOffset At, string? Operator = null, Guid? OfficeId = null, string? Remarks = null)
{
    // AAE011 and AAE013 as the ministry's field lists have them: C20 without spaces, C100.
    private const int OperatorLength = 20;
    private const int RemarksLength = 100;

    /// <summary>Of a request whose handling has no <see cref="Faults"/> (经办信息).</summary>
    public static HandledBy Of(Handling? handling, Caller caller, TimeProvider time) => new(
        caller.Agency, caller.Division, time.GetUtcNow(), Text(handling?.Operator),
        Guid.TryParseExact(handling?.OfficeId, "D", out var office) ? office : null, Text(handling?.Remarks));

    /// <summary>What is wrong with a request's handling (经办信息校验), by ministry code.</summary>
    /// <param name="handling">The request's; null is empty.</param>
    /// <param name="operatorRequired">Whether an operator must be named.</param>
    public static IEnumerable<FieldError> Faults(Handling? handling, bool operatorRequired)
    {
        if (OperatorFault(handling?.Operator ?? "", operatorRequired) is { } fault)
        {
            yield return new FieldError("AAE011", fault);
        }

        if (Length(handling?.Remarks ?? "") > RemarksLength)
        {
            yield return new FieldError("AAE013", string.Create(CultureInfo.InvariantCulture, $"备注超过{RemarksLength}个字符，请缩短"));
        }

        if (handling?.OfficeId is { Length: > 0 } office && !Guid.TryParseExact(office, "D", out _))
        {
            yield return new FieldError("office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写");
        }
    }

    private static string? OperatorFault(string name, bool required) => name switch
    {
        "" => required ? "请填写经办人" : null,
        _ when Length(name) > OperatorLength => string.Create(CultureInfo.InvariantCulture, $"经办人超过{OperatorLength}个字符，请缩短"),
        _ when name.Any(char.IsWhiteSpace) => "经办人不能有空格，请删除",
        _ => null,
    };

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
