using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Which figure of a pool's ability to pay governs a day (备付能力的时点).</summary>
public static class FundMonths
{
    /// <summary>The month at whose end the pool's months are taken for a decision of this day (取数月份).</summary>
    /// <remarks>A pool that falls below stops from the next month, and may go on when it has recovered.</remarks>
    public static YearMonth GoverningMonth(PolicyContext policy) => policy.Get(RefundParameters.FundMonitoring).IsSet

        // 63号 二(一)4  备付能力不足24个月的次月起，停止执行困难企业稳岗返还政策…不足12个月的次月起，停止执行一般企业稳岗返还政策
        ? YearMonth.Of(policy.AsOf).AddMonths(-1)

        // 26号 一  统筹地区上年失业保险基金滚存结余应具备12个月以上支付能力
        : new(policy.AsOf.Year - 1, 12);
}
