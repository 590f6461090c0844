using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments;

/// <summary>Knows an operator again without his name (经办人识别), so that duties stay apart, 鲁人社函〔2020〕10号 四(八).</summary>
internal static class OperatorTraces
{
    /// <summary>By which the same operator of the same agency is known again (经办人检索散列); null when nobody was named.</summary>
    public static byte[]? OperatorHash(this HandledBy by, PersonalDataProtector protector) =>
        by.Operator is null ? null : protector.LookupHash($"{by.Agency}\n{by.Operator}");
}
