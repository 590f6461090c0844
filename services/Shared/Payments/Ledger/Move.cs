namespace Wenye.Payments.Ledger;

/// <summary>The accounts of a fund, pool and year (会计科目).</summary>
internal static class Account
{
    /// <summary>Where the allotted money comes from (预算来源); its balance is what was allotted, negative.</summary>
    public const string Funding = "funding";

    /// <summary>May still be approved (可用).</summary>
    public const string Available = "available";

    /// <summary>Approved, not sent (已批准).</summary>
    public const string Reserved = "reserved";

    /// <summary>Sent to the bank, not answered (在途).</summary>
    public const string InTransit = "in_transit";

    /// <summary>Paid (已拨付).</summary>
    public const string Spent = "spent";

    /// <summary>Came back from payees (已追回), negative.</summary>
    public const string Recovered = "recovered";
}

/// <summary>A kind of ledger entry (记账事项): the amount goes from the credited account to the debited one, so that every entry adds up to nothing.</summary>
/// <param name="Kind">As in the contract.</param>
/// <param name="Debit">借方.</param>
/// <param name="Credit">贷方.</param>
internal sealed record Move(string Kind, string Debit, string Credit)
{
    /// <summary>The budget rises, or falls by a negative amount (预算下达、调整).</summary>
    public static readonly Move Budget = new("budget", Account.Available, Account.Funding);

    /// <summary>A payable is approved (批准).</summary>
    public static readonly Move Reserve = new("reserve", Account.Reserved, Account.Available);

    /// <summary>An approved payable is given up (撤销批准).</summary>
    public static readonly Move Release = new("release", Account.Available, Account.Reserved);

    /// <summary>A payment goes to the bank (发送银行).</summary>
    public static readonly Move Send = new("send", Account.InTransit, Account.Reserved);

    /// <summary>The bank paid (拨付).</summary>
    public static readonly Move Pay = new("pay", Account.Spent, Account.InTransit);

    /// <summary>The bank could not pay (退回); the reservation stands.</summary>
    public static readonly Move Return = new("return", Account.Reserved, Account.InTransit);

    /// <summary>The payee paid back (追回); it may be spent again.</summary>
    public static readonly Move Recover = new("recover", Account.Available, Account.Recovered);
}
