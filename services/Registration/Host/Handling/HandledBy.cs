using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;
using Wenye.ServiceDefaults;

namespace Wenye.Registration;

/// <summary>Who does a step, when and where (经办信息): the token says which agency, the request which operator and office.</summary>
/// <param name="Agency">The agency whose token made the call.</param>
/// <param name="Division">The division of its token, GB/T 2260.</param>
/// <param name="At">When.</param>
/// <param name="Operator">经办人 AAE011, a name: stored encrypted; null when nobody was named.</param>
/// <param name="OfficeId">The office of the directory; null when none was named.</param>
/// <param name="Remarks">备注 AAE013; null when there are none.</param>
public sealed record HandledBy(string Agency, string Division, DateTimeOffset At, string? Operator = null, Guid? OfficeId = null, string? Remarks = null)
{
    internal static HandledBy Of(Handling? handling, Caller caller, TimeProvider time) => new(
        caller.Agency, caller.Division, time.GetUtcNow(), Text(handling?.Operator),
        Guid.TryParseExact(handling?.OfficeId, "D", out var office) ? office : null, Text(handling?.Remarks));

    /// <summary>What is wrong with a request's handling (经办信息校验), by ministry code.</summary>
    internal static IEnumerable<FieldError> Faults(Handling? handling, bool operatorRequired)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AAE011"] = handling?.Operator ?? "",
            ["AAE013"] = handling?.Remarks ?? "",
        };
        var table = operatorRequired ? FieldRules.Handling : FieldRules.HandlingIfNamed;
        foreach (var fault in table.Validate(fields))
        {
            yield return new FieldError(fault.Code, fault.Message);
        }

        if (handling?.OfficeId is { Length: > 0 } office && !Guid.TryParseExact(office, "D", out _))
        {
            yield return new FieldError("office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写");
        }
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
