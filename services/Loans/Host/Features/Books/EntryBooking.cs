using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Books;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.Books;

/// <summary>What became of something told of a loan (登记结果).</summary>
/// <param name="Entry">The line; null: at fault, or told before.</param>
/// <param name="Fault">Why it is not booked.</param>
/// <param name="WasTold">The same line is there already.</param>
internal readonly record struct BookedEntry(LoanEntry? Entry, FieldError? Fault, bool WasTold);

/// <summary>Makes lines of a loan's book (登记台账分录), each held against every day of the book. The caller holds the loan's row.</summary>
internal sealed class EntryBooking(TimeProvider time)
{
    /// <summary>Books what a bank told (登记银行事项), unless the book forbids it; the loan follows.</summary>
    /// <param name="loan">With all its entries.</param>
    /// <param name="told">Without faults of its own.</param>
    /// <param name="agency">Who told it.</param>
    public BookedEntry Book(Loan loan, EntryFacts told, string agency)
    {
        if (loan.Entries.FirstOrDefault(one => one.Reference == told.Reference) is { } there)
        {
            return Same(there, told) ? new(null, null, WasTold: true) : Refuse("reference", "该业务编号已登记过内容不同的事项，请核对编号；确需更正的，请先冲正原事项");
        }

        if (told.Kind == LoanEntryKind.Reversal)
        {
            return Reverse(loan, told, agency);
        }

        if (told.On.ToDay() < loan.ContractDate)
        {
            return Refuse("on", "业务日期早于贷款合同签订日，请核对");
        }

        var sign = told.Kind == LoanEntryKind.Drawdown ? 1 : -1;
        return Book(loan, Entry(loan, told.Kind, told.On.ToDay(), told.Reference, agency, sign * told.PrincipalFen, told.InterestFen));
    }

    /// <summary>Books a line made elsewhere (登记分录).</summary>
    public static BookedEntry Book(Loan loan, LoanEntry entry)
    {
        var book = new LoanBook([.. loan.Entries.Select(one => one.ToLine()), entry.ToLine()], loan.MaturesOn);
        if (book.FaultOf(loan.PrincipalFen) is { } fault)
        {
            return new(null, BookFaults.Of(fault, entry), WasTold: false);
        }

        loan.Entries.Add(entry);
        loan.Follow(book);
        return new(entry, null, WasTold: false);
    }

    /// <summary>A line of now (分录).</summary>
    public LoanEntry Entry(Loan loan, LoanEntryKind kind, DateOnly on, string reference, string agency, long principalFen = 0, long interestFen = 0, long claimFen = 0) => new()
    {
        LoanId = loan.Id,
        Sequence = loan.Entries.Count + 1,
        Kind = kind,
        On = on,
        PrincipalFen = principalFen,
        InterestFen = interestFen,
        ClaimFen = claimFen,
        Reference = reference,
        RecordedAt = time.GetUtcNow(),
        Agency = agency,
    };

    private BookedEntry Reverse(Loan loan, EntryFacts told, string agency)
    {
        if (loan.Entries.FirstOrDefault(one => one.Reference == told.Reverses) is not { } wrong)
        {
            return Refuse("reverses", "没有该编号的台账事项，请填写要冲正的原业务编号");
        }

        if (wrong.Kind is LoanEntryKind.Reversal or LoanEntryKind.Compensation or LoanEntryKind.Pursuit || loan.Entries.Any(one => one.Kind == LoanEntryKind.Compensation))
        {
            return Refuse("reverses", "冲正事项本身、代偿和追偿，以及代偿以前的事项不能冲正，请与担保机构核对");
        }

        if (loan.Entries.Any(one => one.Reverses == wrong.Reference))
        {
            return Refuse("reverses", "该事项已经冲正，请勿重复");
        }

        return Book(loan, new LoanEntry
        {
            LoanId = loan.Id,
            Sequence = loan.Entries.Count + 1,
            Kind = LoanEntryKind.Reversal,
            On = wrong.On,
            PrincipalFen = -wrong.PrincipalFen,
            InterestFen = -wrong.InterestFen,
            Reverses = wrong.Reference,
            Reference = told.Reference,
            RecordedAt = time.GetUtcNow(),
            Agency = agency,
        });
    }

    // A bank may send its file of a day again under another import: what is there already is left as it is.
    private static bool Same(LoanEntry there, EntryFacts told) =>
        there.Kind == told.Kind
        && (told.Kind == LoanEntryKind.Reversal
            ? there.Reverses == told.Reverses
            : there.On == told.On.ToDay() && Math.Abs(there.PrincipalFen) == told.PrincipalFen && there.InterestFen == told.InterestFen);

    private static BookedEntry Refuse(string field, string message) => new(null, new FieldError(field, message), WasTold: false);
}
