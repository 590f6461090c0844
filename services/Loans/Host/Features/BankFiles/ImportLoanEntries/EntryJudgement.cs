using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Features.Books;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.BankFiles.ImportLoanEntries;

/// <summary>Judges and books the rows of a chunk (逐行认定), loan by loan in the order of their days: the order in a file does not matter.</summary>
/// <param name="loans">Held, with all their entries, by contract number.</param>
/// <param name="funds">Held, by id.</param>
/// <param name="limits">What each may guarantee, decided at the beginning of the chunk.</param>
/// <param name="waiting">Loans that need a counter-guarantee of which nothing is recorded.</param>
/// <param name="booking">Makes the lines.</param>
/// <param name="agency">Who tells them.</param>
internal sealed class EntryJudgement(
    IReadOnlyDictionary<string, Loan> loans, IReadOnlyDictionary<Guid, GuaranteeFund> funds, IReadOnlyDictionary<Guid, Decision<GuaranteeLimit>> limits,
    IReadOnlySet<Guid> waiting, EntryBooking booking, string agency)
{
    /// <summary>New lines, with their loans as they are at the end (新分录).</summary>
    public List<(Loan Loan, LoanEntry Entry, bool IsFirst)> Booked { get; } = [];

    /// <summary>Rows at fault (错误行).</summary>
    public List<(long Row, IReadOnlyList<FieldError> Faults)> Faults { get; } = [];

    /// <summary>Judges all (认定).</summary>
    public void Judge(IReadOnlyList<CheckedEntry> rows)
    {
        foreach (var row in rows.Where(row => row.Faults.Count > 0))
        {
            Faults.Add((row.Row.Row, row.Faults));
        }

        // Of one day money is lent before it is repaid.
        var good = rows.Where(row => row.Faults.Count == 0)
            .OrderBy(row => Turn(row.Row)).ThenBy(row => row.Row.Entry.On?.ToDay()).ThenBy(row => row.Row.Entry.Kind).ThenBy(row => row.Row.Row);
        foreach (var row in good)
        {
            if (FaultOf(row.Row) is { } fault)
            {
                Faults.Add((row.Row.Row, [fault]));
            }
        }
    }

    // What takes back a line of before makes room for what stands in the file; what takes back a line of the file comes after it.
    private int Turn(LoanEntryRow row) =>
        row.Entry.Kind != LoanEntryKind.Reversal ? 1
        : loans.TryGetValue(row.ContractNumber, out var loan) && loan.Entries.Any(one => one.Reference == row.Entry.Reverses) ? 0
        : 2;

    private FieldError? FaultOf(LoanEntryRow row)
    {
        if (!loans.TryGetValue(row.ContractNumber, out var loan))
        {
            return new("contract_number", "本行台账没有该合同编号的贷款，请核对编号，存量贷款请先导入");
        }

        if (loan.CancelledOn is not null)
        {
            return new("contract_number", LoanPlaces.CancelledMessage);
        }

        var fund = funds[loan.FundId];
        if (DrawdownFault(loan, fund, row.Entry) is { } limit)
        {
            return limit;
        }

        var (before, isFirst) = (loan.GuaranteedFen(), loan.DrawnFen == 0);
        var booked = booking.Book(loan, row.Entry, agency);
        fund.ExposureFen += loan.GuaranteedFen() - before;
        if (booked.Entry is { } entry)
        {
            Booked.Add((loan, entry, isFirst));
        }

        return booked.Fault is { } fault ? fault with { Field = $"entry.{fault.Field}" } : null;
    }

    // What was drawn before a loan was taken over was drawn; what was told before is no new disbursement.
    private FieldError? DrawdownFault(Loan loan, GuaranteeFund fund, EntryFacts told)
    {
        if (told.Kind != LoanEntryKind.Drawdown || loan.TakenOverOn >= told.On.ToDay() || loan.Entries.Any(one => one.Reference == told.Reference))
        {
            return null;
        }

        if (loan.DrawnFen == 0 && waiting.Contains(loan.Id))
        {
            return new("entry.kind", FirstDrawdowns.Message);
        }

        return limits[fund.Id].Result is not { Capacity: { } capacity }
            ? new("entry.principal_fen", "担保基金的担保限额尚不能确定（财金〔2020〕21号 八），不能放款，请担保机构先填报上年到期还款率")
            : fund.ExposureFen + told.PrincipalFen > capacity.Fen
                ? new("entry.principal_fen", "放款后在保余额将超过担保基金的担保限额（财金〔2020〕21号 八），不能放款")
                : null;
    }
}
