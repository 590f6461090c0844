using Wenye.Contracts.Registration.V1;
using Wenye.Loans.Domain;
using Wenye.Loans.Domain.Quarters;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Subsidies;

/// <summary>Checks borrowers when subsidies are computed (贴息时审核), 鲁财金〔2020〕25号 八: 借款人贷款后有无其他单位就业（不含期间创业失败人员）.</summary>
internal sealed class BorrowerChecks(PersonRegisters registers, PersonalDataProtector protector)
{
    // Who works for a unit or on a public post works elsewhere; a business of one's own and flexible work are what the loan is for.
    private static readonly EmploymentManner[] Elsewhere = [EmploymentManner.Unit, EmploymentManner.WelfarePost];

    /// <summary>Asks the registers about everyone who borrows, a thousand a call (批量核验).</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE: nothing is decided without them.</exception>
    public async Task AskAsync(IReadOnlyList<ShardLoan> loans, CancellationToken cancellation)
    {
        var asked = loans.SelectMany(loan => loan.People.Select(person => (Loan: loan, Number: protector.Unprotect(person)))).ToList();
        var statuses = asked.Count == 0 ? [] : await registers.LookUpAsync(asked.Select(one => one.Number), cancellation);
        foreach (var (one, status) in asked.Zip(statuses))
        {
            (one.Loan.Employments ??= []).AddRange(status.Employments
                .Where(work => Elsewhere.Contains(work.Manner) && work.EmployedOn.ToDay() >= one.Loan.Terms.ContractDate)
                .Select(work => work.EmployedOn.ToDay()));
        }
    }

    /// <summary>What is known of a loan's borrower (贷款后情况): what the office stated, what the registers show since, what was decided on before.</summary>
    /// <remarks>
    /// Work that a confirmed claim knew of stays known when the register does not show it any more: whoever took up other work
    /// after the loan did so, also when that has ended since. A statement puts an end to that.
    /// </remarks>
    public static BorrowerFindings Of(ShardLoan loan)
    {
        var isPerson = loan.Terms.Borrower == BorrowerKind.Personal;
        if (loan.Stated is { } stated)
        {
            var later = (loan.Employments ?? []).Where(day => day > stated.On).Select(day => (DateOnly?)day).Min();
            return stated.Findings with { EmployedSince = stated.Findings.EmployedSince ?? later, EmploymentEstablished = isPerson };
        }

        var known = loan.Booked.Select(one => one.EmployedSince).Where(day => day is not null);
        var shown = (loan.Employments ?? []).Select(day => (DateOnly?)day);
        return new(isPerson && loan.Employments is not null, isPerson ? known.Concat(shown).Min() : null);
    }

    /// <summary>The same for an earlier quarter: what its check found of a firm's hires stays what it was.</summary>
    public static BorrowerFindings For(BorrowerFindings findings, BookedQuarter? booked) => booked is { RequiredHires: not null }
        ? findings with { HiresKept = booked.HiresKept, RequiredHires = booked.RequiredHires }
        : findings;
}
