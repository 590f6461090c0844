using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>The balance of a special account over what it was set up with (专账资金余额占建账规模比例).</summary>
internal static class SpecialAccounts
{
    private const decimal Places = 1_000_000;

    /// <summary>The share, cut after six places: what is below the stop line stays below it, what reaches it still does.</summary>
    public static decimal ShareOf(SpecialAccount account) => decimal.Truncate(account.BalanceFen * Places / account.EstablishedFen) / Places;
}
