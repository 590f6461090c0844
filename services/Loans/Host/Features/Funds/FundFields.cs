using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Funds;

/// <summary>Checks that calls of funds ask for alike (担保基金公共校验).</summary>
internal static class FundFields
{
    /// <summary>A fund's id (担保基金标识).</summary>
    public static Guid FundId(this RequestFaults faults, string text) => faults.Id(text, "fund_id", "担保基金标识应为设立时返回的 UUID，请从担保基金清单查询后填写");
}
