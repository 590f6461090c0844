using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Books;
using Wenye.ServiceDefaults;
using Instalment = Wenye.Loans.Data.Instalment;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.Books;

/// <summary>Loans as callers see them (贷款应答). Lists mask names of persons for everybody.</summary>
internal sealed class BookAnswers(LoansDbContext database, LoanFields fields)
{
    /// <summary>A loan as it stands today (贷款), without its people, entries, schedule and steps.</summary>
    public Contract.Loan Of(Loan loan)
    {
        var (standing, overdueSince) = loan.On(fields.Today);
        return new()
        {
            LoanId = loan.Id.ToString(),
            Kind = loan.Kind,
            Division = loan.Division,
            BankId = loan.BankId.ToString(),
            FundId = loan.FundId.ToString(),
            ApplicationId = loan.ApplicationId?.ToString() ?? "",
            ContractNumber = loan.ContractNumber,
            CreditCode = loan.CreditCode ?? "",
            BorrowerName = loan.Kind == BorrowerKind.Enterprise ? loan.BorrowerName : Masked.Name(loan.BorrowerName),
            ContractDate = loan.ContractDate.ToContract(),
            PrincipalFen = loan.PrincipalFen,
            AnnualRate = Text(loan.AnnualRate),
            Tenor = loan.Tenor,
            Lpr = Text(loan.Lpr),
            TermMonths = loan.TermMonths,
            MaturesOn = loan.MaturesOn.ToContract(),
            Sharing = loan.Sharing,
            DisbursedOn = loan.DisbursedOn?.ToContract(),
            OutstandingFen = loan.OutstandingFen,
            Standing = standing,
            OverdueSince = overdueSince?.ToContract(),
            OverdueDays = overdueSince is { } since ? LoanNotices.OverdueDays(since, fields.Today) : 0,
            ExtendedUntil = loan.ExtendedUntil?.ToContract(),
            ExtensionReason = loan.ExtensionReason,
            RemindedOn = loan.RemindedOn?.ToContract(),
            CreditReportedOn = loan.CreditReportedOn?.ToContract(),
            CancelledOn = loan.CancelledOn?.ToContract(),
        };
    }

    /// <summary>A loan with all that belongs to it (贷款全貌).</summary>
    /// <param name="loan">With people, entries and steps.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Contract.Loan> WholeAsync(Loan loan, Caller caller, CancellationToken cancellation)
    {
        var (answer, whole) = (Of(loan), caller.SeesPeople());
        answer.BorrowerName = whole ? loan.BorrowerName : answer.BorrowerName;
        answer.Times = await TimesAsync(loan, cancellation);
        var ids = loan.People.Select(one => one.PersonId).ToList();
        var people = await database.People.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        answer.People.Add(loan.People.OrderByDescending(one => one.Signs).ThenBy(one => one.PersonId).Select(one => new LoanBorrower
        {
            Name = whole ? people[one.PersonId].Name : Masked.Name(people[one.PersonId].Name),
            IdNumber = whole ? people[one.PersonId].IdNumber : Masked.Id(people[one.PersonId].IdNumber),
            Signs = one.Signs,
        }));
        answer.Entries.Add(loan.Entries.OrderBy(one => one.On).ThenBy(one => one.Sequence).Select(Of));
        var instalments = database.Set<Instalment>().AsNoTracking().Where(one => one.LoanId == loan.Id);
        var latest = await instalments.MaxAsync(one => (int?)one.Version, cancellation);
        answer.Schedule.Add((await instalments.Where(one => one.Version == latest).OrderBy(one => one.Number).ToListAsync(cancellation))
            .Select(one => new Contract.Instalment { DueOn = one.DueOn.ToContract(), PrincipalFen = one.PrincipalFen }));
        if (await database.Set<Data.CounterGuarantee>().AsNoTracking().SingleOrDefaultAsync(one => one.LoanId == loan.Id, cancellation) is { } counter)
        {
            answer.CounterGuarantee = Of(counter);
        }

        answer.Steps.Add(loan.Steps.OrderBy(one => one.Sequence).Select(one => one.ToContract(one.Standing.ToString(), caller)));
        return answer;
    }

    /// <summary>How a loan is secured besides the fund (反担保).</summary>
    public static Contract.CounterGuarantee Of(Data.CounterGuarantee counter) => new()
    {
        Kind = counter.Kind,
        Decision = counter.Decision is { } decision ? StoredDecisions.ToContract(decision) : null,
        RecordedOn = counter.RecordedOn.ToContract(),
    };

    private static Contract.LoanEntry Of(LoanEntry entry) => new()
    {
        Sequence = entry.Sequence,
        Kind = entry.Kind,
        On = entry.On.ToContract(),
        PrincipalFen = entry.PrincipalFen,
        InterestFen = entry.InterestFen,
        ClaimFen = entry.ClaimFen,
        Reference = entry.Reference,
        ExtendedUntil = entry.ExtendedUntil?.ToContract(),
        ExtensionReason = entry.ExtensionReason,
        Reverses = entry.Reverses ?? "",
        RecordedAt = entry.RecordedAt.ToTimestamp(),
        Agency = entry.Agency,
    };

    // Which of the borrower's loans it is, by the day of the contract: 27号 第七、八条 count three in all.
    private async Task<int> TimesAsync(Loan loan, CancellationToken cancellation)
    {
        var until = database.Loans.AsNoTracking()
            .Where(one => one.DisbursedOn != null || one.Id == loan.Id)
            .Where(one => one.ContractDate < loan.ContractDate || (one.ContractDate == loan.ContractDate && one.Id <= loan.Id));
        if (loan.CreditCode is { } code)
        {
            return await until.CountAsync(one => one.CreditCode == code, cancellation);
        }

        var signer = loan.People.Where(one => one.Signs).Select(one => one.PersonId).ToList();
        return await until.CountAsync(one => one.CreditCode == null && one.People.Any(person => signer.Contains(person.PersonId)), cancellation);
    }

    private static string Text(decimal rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);
}
