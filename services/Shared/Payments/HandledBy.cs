using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments;

/// <summary>Who does a step, when and where (经办信息): the token says which agency, the request which operator and office.</summary>
/// <param name="Agency">The agency whose token made the call.</param>
/// <param name="At">When.</param>
/// <param name="Operator">经办人 AAE011, a name: stored encrypted; null when nobody was named.</param>
/// <param name="OfficeId">The office of the directory; null when none was named.</param>
/// <param name="Remarks">备注 AAE013; null when there are none.</param>
public sealed record HandledBy(string Agency, DateTimeOffset At, string? Operator = null, Guid? OfficeId = null, string? Remarks = null)
{
    private const int LongestOperator = 20;
    private const int LongestRemarks = 100;

    /// <summary>The step of a call that passed <see cref="Faults"/>.</summary>
    public static HandledBy Of(Handling? handling, Caller caller, TimeProvider time) => new(
        caller.Agency, time.GetUtcNow(), Text(handling?.Operator),
        Guid.TryParseExact(handling?.OfficeId, "D", out var office) ? office : null, Text(handling?.Remarks));

    /// <summary>What is wrong with a request's handling (经办信息校验), by ministry code.</summary>
    public static IEnumerable<FieldError> Faults(Handling? handling)
    {
        if (handling?.Operator is { Length: > 0 } name && (Length(name) > LongestOperator || name.Any(char.IsWhiteSpace)))
        {
            yield return new FieldError("AAE011", $"经办人应为 1 至 {LongestOperator} 个字符，不含空格");
        }

        if (handling?.Remarks is { } remarks && Length(remarks) > LongestRemarks)
        {
            yield return new FieldError("AAE013", $"备注不得超过 {LongestRemarks} 个字符");
        }

        if (handling?.OfficeId is { Length: > 0 } office && !Guid.TryParseExact(office, "D", out _))
        {
            yield return new FieldError("office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写");
        }
    }

    /// <summary>By which the same operator of the same agency is known again (经办人检索散列); null when nobody was named.</summary>
    internal byte[]? OperatorHash(PersonalDataProtector protector) => Operator is null ? null : protector.LookupHash($"{Agency}\n{Operator}");

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
