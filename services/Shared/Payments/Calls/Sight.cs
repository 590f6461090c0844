using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>Payables as callers see them (款项应答): persons and accounts masked.</summary>
internal static class Sight
{
    private const int ShownOfAccount = 4;
    private const int ShownOfKey = 8;

    public static Payable ToContract(this StoredPayable payable) => new()
    {
        PayableId = payable.Id.ToString(),
        Benefit = payable.Benefit,
        SubjectId = payable.SubjectId.ToString(),
        Payee = payable.Payee,
        PayeeName = payable.ShownName(),
        BankAccount = payable.BankAccount is { } account ? $"****{account[^Math.Min(ShownOfAccount, account.Length / 2)..]}" : "",
        BankName = payable.BankName,
        Fund = payable.Fund,
        Pool = payable.Pool,
        Division = payable.Division,
        AmountFen = payable.AmountFen,
        State = payable.State,
        PublicityId = payable.PublicityId?.ToString() ?? "",
        BatchId = payable.BatchId?.ToString() ?? "",
        PaidFen = payable.PaidFen,
        RecoveredFen = payable.RecoveredFen,
    };

    /// <summary>A line of the public list: 含隐藏部分字段的身份证号 (鲁人社字〔2020〕55号 第十四条); of a person only the beginning of the platform's key, never an account.</summary>
    public static PublicityLine ToPublicLine(this StoredPayable payable) => new()
    {
        PayableId = payable.Id.ToString(),
        PayeeName = payable.ShownName(),
        Payee = payable.IsOfFirm() ? payable.Payee : $"{payable.Payee[..Math.Min(ShownOfKey, payable.Payee.Length / 2)]}****",
        AmountFen = payable.AmountFen,
    };

    private static string ShownName(this StoredPayable payable) => payable.IsOfFirm() ? payable.PayeeName : Masked.Name(payable.PayeeName);

    // A firm is known by its 统一社会信用代码, a person by a key of this platform.
    private static bool IsOfFirm(this StoredPayable payable) => UnifiedSocialCreditCode.TryParse(payable.Payee, out _);
}
