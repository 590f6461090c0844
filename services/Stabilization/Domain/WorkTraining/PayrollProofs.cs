using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>How a firm shows the wages of a month (工资发放证明).</summary>
public enum PayrollProof
{
    /// <summary>银行工资发放对账单.</summary>
    BankStatement = 1,

    /// <summary>企业书面承诺, with other proof that wages were paid.</summary>
    WrittenCommitment,
}

/// <summary>What a firm has shown of a month's wages (已提供的工资材料).</summary>
/// <param name="Kind">The kind claimed (申领种类).</param>
/// <param name="Proof">Null: nothing is at hand.</param>
/// <param name="LastQuarter">The statement of the last quarter is at hand (上一季度发放工资银行对账单).</param>
public readonly record struct PayrollShown(WorkTrainingKind Kind, PayrollProof? Proof, bool LastQuarter);

/// <summary>When a wage of the roster counts as shown (工资发放认定).</summary>
public static class PayrollProofs
{
    private static readonly Parameter<Terms<PayrollProof>> Accepted = Parameter.Terms<PayrollProof>("stabilization.work_training_wage_proofs");
    private static readonly Parameter<bool> LastQuarter = Parameter.Rule("stabilization.work_training_last_quarter_wages");

    /// <summary>The fact wage_paid of one person (当月发放工资): unproven while what the document asks for is not shown.</summary>
    /// <remarks>
    /// 63号 二(二)  当月发放工资银行对账单（其中停工停业企业需提供上一季度发放工资银行对账单）.
    /// 78号 三  可采取企业书面承诺方式…困难企业申请以工代训补贴，不再要求提供上一季度工资发放银行对账单.
    /// </remarks>
    /// <param name="wage">What the roster states for the month; zero: the firm itself says that none was paid.</param>
    /// <param name="shown">What is at hand.</param>
    /// <param name="standard">That of the day of application.</param>
    public static Fact<bool> WagePaid(Money wage, PayrollShown shown, PolicyContext standard)
    {
        if (wage <= Money.Zero)
        {
            return false;
        }

        var accepted = standard.Get(Accepted);
        var isAccepted = accepted.IsSet && shown.Proof is { } proof && accepted.Value.Contains(proof);
        var lacksQuarter = shown is { Kind: WorkTrainingKind.Difficult, LastQuarter: false } && standard.Get(LastQuarter).IsSet;
        return isAccepted && !lacksQuarter ? true : default(Fact<bool>);
    }
}
