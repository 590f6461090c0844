using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books.GetLoan;

/// <summary>Reads a loan with all that belongs to it (查询贷款).</summary>
internal sealed class GetLoanHandler(LoanQueries loans, BookAnswers answers, PersonReads reads)
{
    public async Task<GetLoanResponse> HandleAsync(GetLoanRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.ThrowIfAny();
        var loan = await loans.LoadAsync(id, caller, cancellation);
        if (caller.SeesPeople())
        {
            await reads.KeepAsync(ReadSubject.Loan, id, loan.People.Count, caller, cancellation);
        }

        return new GetLoanResponse { Loan = await answers.WholeAsync(loan, caller, cancellation) };
    }
}
