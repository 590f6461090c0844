namespace Wenye.Loans.Features.Subsidies;

/// <summary>How subsidies are paid (贴息拨付), 25号 七: 与创业带动就业资金合并使用开展贴息工作.</summary>
internal static class SubsidyPayments
{
    /// <summary>What the payable of a claim is paid for.</summary>
    public const string Benefit = "loans.interest_subsidy";

    /// <summary>What a share of an award is paid for (奖励性补助资金), 27号 第十五条.</summary>
    public const string Award = "loans.award";
}
