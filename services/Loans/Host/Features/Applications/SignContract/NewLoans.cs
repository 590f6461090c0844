using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using CounterGuarantee = Wenye.Loans.Data.CounterGuarantee;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Applications.SignContract;

/// <summary>Makes the loan of a contract (立账), not paid out yet.</summary>
internal static class NewLoans
{
    public static void Add(LoansDbContext database, Dossier dossier, SignContractRequest request, ContractTerms terms, DateOnly today)
    {
        var (row, signed) = (dossier.Row, request.SignedOn.ToDay());
        var loan = new Loan
        {
            Id = Guid.CreateVersion7(),
            Kind = row.Kind,
            Division = row.Division,
            BankId = row.BankId!.Value,
            FundId = row.FundId!.Value,
            ApplicationId = row.Id,
            ContractNumber = request.ContractNumber,
            CreditCode = row.CreditCode,
            BorrowerName = dossier.File.Firm?.Name ?? dossier.People[0].Name,
            ContractDate = signed,
            PrincipalFen = request.PrincipalFen,
            AnnualRate = terms.AnnualRate,
            Tenor = request.Tenor,
            Lpr = terms.Lpr.Value,
            TermMonths = request.TermMonths,
            MaturesOn = signed.AddMonths(request.TermMonths),
            Sharing = request.Sharing == SharingKind.Unspecified ? SharingKind.Ordinary : request.Sharing,
        };
        foreach (var (person, i) in dossier.People.Select((person, i) => (person, i)))
        {
            loan.People.Add(new LoanPerson { LoanId = loan.Id, PersonId = person.Id, Signs = i == 0 });
        }

        database.Add(loan);
        if (dossier.File.Exemption is { } exemption)
        {
            database.Add(new CounterGuarantee { LoanId = loan.Id, Kind = CounterGuaranteeKind.Exempt, Decision = exemption, RecordedOn = today });
        }
    }
}
