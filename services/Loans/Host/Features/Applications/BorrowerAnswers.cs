using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>Who borrows, as callers see it (借款人应答).</summary>
internal static class BorrowerAnswers
{
    /// <summary>A borrower (借款人).</summary>
    /// <param name="person">By name and number.</param>
    /// <param name="file">What is established.</param>
    /// <param name="whole">Whether the caller needs name and number whole.</param>
    public static Borrower Of(Person person, BorrowerFile file, bool whole)
    {
        var answer = new Borrower
        {
            Name = whole ? person.Name : Masked.Name(person.Name),
            IdNumber = whole ? person.IdNumber : Masked.Id(person.IdNumber),
            Category = file.Category,
            BusinessCode = file.BusinessCode,
            PriorLoans = Of(file.Prior),
            Papers = { Of(file.Papers) },
        };
        if (file.HasBusiness is { } business)
        {
            answer.HasBusiness = business;
        }

        if (file.EmployedElsewhere is { } employed)
        {
            answer.EmployedElsewhere = employed;
        }

        if (file.UrbanResident is { } urban)
        {
            answer.UrbanResident = urban;
        }

        if (file.HitByEpidemic is { } hit)
        {
            answer.HitByEpidemic = hit;
        }

        return answer;
    }

    /// <summary>A firm (企业).</summary>
    public static BorrowingFirm Of(FirmFile firm, string creditCode, bool whole)
    {
        var answer = new BorrowingFirm
        {
            CreditCode = creditCode,
            Name = firm.Name,
            Size = firm.Size,
            PriorLoans = Of(firm.Prior),
            Papers = { Of(firm.Papers) },
            Hires = { firm.Hires.Select(hire => Of(hire, whole)) },
        };
        if (firm.Employees is { } employees)
        {
            answer.Employees = employees;
        }

        return answer;
    }

    private static Hire Of(HireFile hire, bool whole) => new()
    {
        Name = whole ? hire.Name : Masked.Name(hire.Name),
        IdNumber = whole ? hire.IdNumber : Masked.Id(hire.IdNumber),
        Category = hire.Category,
        ContractMonths = hire.ContractMonths,
        Papers = { Of(hire.Papers) },
    };

    private static PriorLoans? Of(PriorFile? prior)
    {
        if (prior is null)
        {
            return null;
        }

        var answer = new PriorLoans { Count = prior.Count };
        if (prior.Repaid is { } repaid)
        {
            answer.Repaid = repaid;
        }

        if (prior.RepaidInTime is { } inTime)
        {
            answer.RepaidInTime = inTime;
        }

        return answer;
    }

    private static IEnumerable<PaperAtHand> Of(IDictionary<LoanPaper, LoanPaperForm> papers) =>
        papers.OrderBy(one => one.Key).Select(one => new PaperAtHand { Paper = one.Key, Form = one.Value });
}
