namespace Wenye.Loans.Features.Subsidies;

/// <summary>How subsidies are paid (贴息拨付), 25号 七: 与创业带动就业资金合并使用开展贴息工作.</summary>
internal static class SubsidyPayments
{
    /// <summary>What the payable of a claim is paid for.</summary>
    public const string Benefit = "loans.interest_subsidy";
}
