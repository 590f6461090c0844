namespace Wenye.Contracts.Events.Payments.V1;

/// <summary>The bank paid what a service decided (资金已拨付).</summary>
/// <remarks>Published once per payment, when the bank's answer is booked; delivered at least once. Carries no name and no account.</remarks>
public sealed record PaymentMade
{
    /// <summary>The payment's number, unique for ever (拨付编号).</summary>
    public required string PaymentNo { get; init; }

    /// <summary>What was paid for, for example stabilization.refund.general (补贴项目).</summary>
    public required string Benefit { get; init; }

    /// <summary>统一社会信用代码, or a person's key of this platform; never a resident id.</summary>
    public required string Payee { get; init; }

    /// <summary>Where the payee belongs, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Fen (分), above zero.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The bank's day (银行记账日期).</summary>
    public required DateOnly PaidOn { get; init; }

    /// <summary>
    /// 资金渠道: unemployment_insurance, employment_subsidy, skills_special_account, entrepreneurship or loan_guarantee; null in what was
    /// published before the field.
    /// </summary>
    public string? Fund { get; init; }
}
