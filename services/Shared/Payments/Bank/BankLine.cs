using System.Text;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Bank;

/// <summary>A line of the bank's answer (回盘行): what it must be by itself and beside what was taken before.</summary>
internal static class BankLine
{
    private const int LongestReference = 64;
    private const int LongestReason = 200;

    /// <summary>What is wrong with the line by itself, never with its values.</summary>
    public static IEnumerable<BankReturnFault> Faults(BankReturnLine line, DateOnly today)
    {
        if (line.Row < 1)
        {
            yield return Fault(line, "row", "行号应从 1 开始");
        }

        if (new[] { line.PaymentNo, line.Reason, line.BankReference }.Any(text => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune))))
        {
            yield return Fault(line, "reason", "本行含有不能识别的字符，请以 UTF-8 编码重新导出");
        }

        if (line.Paid ? !PaymentText.Fits(line.BankReference, LongestReference) : line.BankReference.Length > LongestReference)
        {
            yield return Fault(line, "bank_reference", $"已付的行应有银行流水号，不超过 {LongestReference} 个字符");
        }

        if (line.Paid ? line.Reason.Length > 0 : !PaymentText.Fits(line.Reason, LongestReason))
        {
            yield return Fault(line, "reason", $"退回的行应有退回原因，不超过 {LongestReason} 个字符；已付的行不填");
        }

        if (line.ValueDate is not { } date || !date.IsDay() || date.ToDay() > today)
        {
            yield return Fault(line, "value_date", "应填写银行记账日期，不晚于今天");
        }
    }

    /// <summary>Whether the line says what the payment's answer said already (重复回盘).</summary>
    public static bool Repeats(BankReturnLine line, PaymentState state, string? reference, string? reason, DateOnly? valueDate) =>
        line.Paid == (state == PaymentState.Paid) && line.BankReference == (reference ?? "") && line.Reason == (reason ?? "") && line.ValueDate.ToDay() == valueDate;

    public static BankReturnFault Fault(BankReturnLine line, string field, string message) => new() { Row = line.Row, Field = field, Message = message };
}
