using Wenye.Contracts.Registration.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain;
using Wenye.Loans.Domain.Quarters;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using BorrowerKind = Wenye.Loans.Domain.BorrowerKind;

namespace Wenye.Loans.Subsidies;

/// <summary>Checks borrowers when subsidies are computed (贴息时审核), 鲁财金〔2020〕25号 八: 借款人贷款后有无其他单位就业（不含期间创业失败人员）.</summary>
internal sealed class BorrowerChecks(PersonRegisters registers, PersonalDataProtector protector)
{
    // Who works for a unit or on a public post works elsewhere; a business of one's own and flexible work are what the loan is for.
    private static readonly EmploymentManner[] Elsewhere = [EmploymentManner.Unit, EmploymentManner.WelfarePost];

    /// <summary>Asks the registers about everyone who borrows, and everyone whom a firm took on for its loan, a thousand a call (批量核验).</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE: nothing is decided without them.</exception>
    public async Task AskAsync(IReadOnlyList<ShardLoan> loans, CancellationToken cancellation)
    {
        var asked = loans.SelectMany(Asked).ToList();
        var statuses = asked.Count == 0 ? [] : await registers.LookUpAsync(asked.Select(one => one.Number), cancellation);
        foreach (var (one, status) in asked.Zip(statuses))
        {
            one.Answered(status);
        }
    }

    private IEnumerable<(string Number, Action<RegisteredStatus> Answered)> Asked(ShardLoan loan)
    {
        var file = loan.File is { } text ? ApplicationFile.Read(protector.Unprotect(text)) : null;
        return loan.Terms.Borrower == BorrowerKind.Personal ? OfPeople(loan, file) : OfHires(loan, file);
    }

    private IEnumerable<(string, Action<RegisteredStatus>)> OfPeople(ShardLoan loan, ApplicationFile? file)
    {
        // Who works in the business of the loan works nowhere else.
        HashSet<string> own = [.. file?.People.Select(one => one.BusinessCode).Where(code => code.Length > 0) ?? []];
        return loan.People.Select(person => (protector.Unprotect(person), (Action<RegisteredStatus>)(status =>
            (loan.Employments ??= []).AddRange(status.Employments
                .Where(work => Elsewhere.Contains(work.Manner) && !own.Contains(work.EmployerCode) && work.EmployedOn.ToDay() >= loan.Terms.ContractDate)
                .Select(work => work.EmployedOn.ToDay())))));
    }

    private IEnumerable<(string, Action<RegisteredStatus>)> OfHires(ShardLoan loan, ApplicationFile? file)
    {
        loan.RequiredHires = loan.Decisions.Select(one => RequiredHires.Of(protector.Unprotect(one))).LastOrDefault(required => required is not null);
        loan.HiresKept = file?.Firm is null ? null : 0;
        return (file?.Firm?.Hires ?? []).Select(hire => (hire.IdNumber, (Action<RegisteredStatus>)(status =>
            loan.HiresKept += status.Employments.Any(work => work.EmployerCode.Length > 0 && work.EmployerCode == loan.CreditCode) ? 1 : 0)));
    }

    /// <summary>What is known of a loan's borrower (贷款后情况): what the office stated, what the registers show since, what was decided on before.</summary>
    /// <remarks>
    /// Work that a confirmed claim knew of stays known when the register does not show it any more: whoever took up other work
    /// after the loan did so, also when that has ended since. A statement puts an end to that.
    /// </remarks>
    public static BorrowerFindings Of(ShardLoan loan) =>
        loan.Misuse is var (use, since) ? Found(loan) with { Misuse = use, MisusedSince = since } : Found(loan);

    private static BorrowerFindings Found(ShardLoan loan)
    {
        var isPerson = loan.Terms.Borrower == BorrowerKind.Personal;
        if (loan.Stated is { } stated)
        {
            var later = (loan.Employments ?? []).Where(day => day > stated.On).Select(day => (DateOnly?)day).Min();
            return stated.Findings with
            {
                EmploymentEstablished = isPerson,
                EmployedSince = stated.Findings.EmployedSince ?? later,
                HiresKept = stated.Findings.HiresKept ?? loan.HiresKept,
                RequiredHires = stated.Findings.RequiredHires ?? loan.RequiredHires,
            };
        }

        var known = loan.Booked.Select(one => one.EmployedSince).Where(day => day is not null);
        var shown = (loan.Employments ?? []).Select(day => (DateOnly?)day);
        return new(isPerson && loan.Employments is not null, isPerson ? known.Concat(shown).Min() : null, HiresKept: loan.HiresKept, RequiredHires: loan.RequiredHires);
    }

    /// <summary>The same for an earlier quarter: what its check found of a firm's hires stays what it was.</summary>
    public static BorrowerFindings For(BorrowerFindings findings, BookedQuarter? booked) => booked is { RequiredHires: not null }
        ? findings with { HiresKept = booked.HiresKept, RequiredHires = booked.RequiredHires }
        : findings;
}
