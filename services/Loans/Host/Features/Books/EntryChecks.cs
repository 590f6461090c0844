using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books;

/// <summary>What may be wrong with something told of a loan, as far as it can be judged alone (台账事项校验).</summary>
internal static class EntryChecks
{
    private const long MostFen = 100_000_000_000;
    private const int LongestReference = 64;

    /// <summary>Adds every fault.</summary>
    /// <param name="faults">To which.</param>
    /// <param name="told">What was told; null: nothing.</param>
    /// <param name="today">Nothing is of a later day.</param>
    /// <param name="prefix">Of the field's name, with its point.</param>
    /// <param name="isFile">Whether it comes in a file: drawdowns do, besides <c>RecordDisbursement</c>.</param>
    public static RequestFaults Entry(this RequestFaults faults, EntryFacts? told, DateOnly today, string prefix, bool isFile)
    {
        var entry = told ?? new EntryFacts();
        var kind = entry.Kind;
        var isReversal = kind == LoanEntryKind.Reversal;
        return faults
            .Demand(
                isReversal || kind is LoanEntryKind.Repayment or LoanEntryKind.Overdue or LoanEntryKind.Cured or LoanEntryKind.WriteOff || (isFile && kind == LoanEntryKind.Drawdown),
                $"{prefix}kind", isFile ? "请选择放款、还款、转逾期、逾期转回、核销或冲正；展期、代偿、追偿请用各自的接口" : "请选择还款、转逾期、逾期转回、核销或冲正；放款、展期、代偿、追偿请用各自的接口")
            .Demand(
                isReversal ? entry.On is null : entry.On is not null && entry.On.IsDay() && entry.On.ToDay() <= today,
                $"{prefix}on", isReversal ? "冲正的日期为原事项的日期，请不填" : "请填写业务发生日期，不晚于今天")
            .Demand(
                kind is LoanEntryKind.Drawdown or LoanEntryKind.WriteOff ? entry.PrincipalFen is > 0 and <= MostFen
                : kind == LoanEntryKind.Repayment ? entry.PrincipalFen is >= 0 and <= MostFen
                : entry.PrincipalFen == 0,
                $"{prefix}principal_fen", "本金以分为单位：放款、核销应大于零，还款不小于零，其他事项不填；不超过 10 亿元")
            .Demand(
                kind == LoanEntryKind.Repayment ? entry.InterestFen is >= 0 and <= MostFen && (entry.PrincipalFen > 0 || entry.InterestFen > 0) : entry.InterestFen == 0,
                $"{prefix}interest_fen", "利息以分为单位，只有还款填写，不小于零；还款的本金和利息不能都为零")
            .Text(entry.Reference, $"{prefix}reference", LongestReference)
            .Text(entry.Reverses, $"{prefix}reverses", LongestReference, required: isReversal)
            .Demand(isReversal || entry.Reverses.Length == 0, $"{prefix}reverses", "只有冲正填写原业务编号，其他事项请不填");
    }

    /// <summary>A day of something that happened, by today (业务日期).</summary>
    public static RequestFaults PastDay(this RequestFaults faults, Contracts.Type.V1.Date? day, DateOnly today, string field = "on") =>
        faults.Demand(day is not null && day.IsDay() && day.ToDay() <= today, field, "请填写业务发生日期，不晚于今天");

    /// <summary>An amount of something (金额).</summary>
    public static RequestFaults Amount(this RequestFaults faults, long fen, string field = "amount_fen") =>
        faults.Demand(fen is > 0 and <= MostFen * 10, field, "金额以分为单位，应大于零且不超过 100 亿元");

    /// <summary>A bank's or guarantor's number of it (编号).</summary>
    public static RequestFaults Reference(this RequestFaults faults, string reference, string field = "reference") => faults.Text(reference, field, LongestReference);
}
