using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>Puts what callers state into the file (记入档案).</summary>
internal static class ApplicationFiling
{
    /// <summary>The file of a new application (立档).</summary>
    public static ApplicationFile New(SubmitApplicationRequest request) => new()
    {
        People = [.. request.Borrowers.Select(Of)],
        Firm = request.Firm is not { } firm ? null : new FirmFile
        {
            Name = firm.Name,
            Size = firm.Size,
            Employees = firm.HasEmployees ? firm.Employees : null,
            Prior = Of(firm.PriorLoans),
            Hires = [.. firm.Hires.Select(Of)],
            Papers = Of(firm.Papers),
        },
    };

    /// <summary>What is supplied stands instead of what was there; what is not named stays (补正).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: an item of nobody in the application.</exception>
    public static void Take(ApplicationFile file, SupplyMaterialRequest request)
    {
        DemandKnown(file, request.Items.Select(item => (item.Person, item.Hire)), "items");
        file.FurtherPapers = [.. file.FurtherPapers.Union(request.FurtherPapers)];
        foreach (var item in request.Items)
        {
            switch (item)
            {
                case { Hire: > 0 }:
                    Take(file.Firm!.Hires[item.Hire - 1], item, file.Notices.Count);
                    break;
                case { Person: > 0 }:
                    Take(file.People[item.Person - 1], item, file.Notices.Count);
                    break;
                default:
                    Take(file.Firm!, item);
                    break;
            }
        }
    }

    /// <summary>Refuses what is said of nobody in the application (主体校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, each by its place.</exception>
    public static void DemandKnown(ApplicationFile file, IEnumerable<(int Person, int Hire)> of, string field)
    {
        var faults = new RequestFaults();
        foreach (var ((person, hire), number) in of.Select((one, i) => (one, i + 1)))
        {
            var known = hire > 0 ? person == 0 && hire <= (file.Firm?.Hires.Count ?? 0)
                : person > 0 ? hire == 0 && person <= file.People.Count
                : (person, hire) == (0, 0) && file.Firm is not null;
            faults.Demand(known, $"{field}[{number}]", "申请中没有该主体，请按申请查询结果填写人员或招用人员序号");
        }

        faults.ThrowIfAny();
    }

    private static void Take(BorrowerFile file, SuppliedItem item, int notices)
    {
        (file.Category, file.CategorySinceNotice) = item.Category == BorrowerCategory.Unspecified || item.Category == file.Category
            ? (file.Category, file.CategorySinceNotice)
            : (item.Category, notices);
        file.HasBusiness = item.HasHasBusiness ? item.HasBusiness : file.HasBusiness;
        file.EmployedElsewhere = item.HasEmployedElsewhere ? item.EmployedElsewhere : file.EmployedElsewhere;
        file.UrbanResident = item.HasUrbanResident ? item.UrbanResident : file.UrbanResident;
        file.HitByEpidemic = item.HasHitByEpidemic ? item.HitByEpidemic : file.HitByEpidemic;
        file.Prior = Of(item.PriorLoans) ?? file.Prior;
        Add(file.Papers, item);
    }

    private static void Take(HireFile file, SuppliedItem item, int notices)
    {
        (file.Category, file.CategorySinceNotice) = item.Category == BorrowerCategory.Unspecified || item.Category == file.Category
            ? (file.Category, file.CategorySinceNotice)
            : (item.Category, notices);
        file.ContractMonths = item.ContractMonths > 0 ? item.ContractMonths : file.ContractMonths;
        Add(file.Papers, item);
    }

    private static void Take(FirmFile file, SuppliedItem item)
    {
        file.Size = item.Size == LoanFirmSize.Unspecified ? file.Size : item.Size;
        file.Employees = item.HasEmployees ? item.Employees : file.Employees;
        file.Prior = Of(item.PriorLoans) ?? file.Prior;
        Add(file.Papers, item);
    }

    private static void Add(IDictionary<LoanPaper, LoanPaperForm> papers, SuppliedItem item)
    {
        foreach (var paper in item.Papers)
        {
            papers[paper.Paper] = paper.Form;
        }
    }

    private static BorrowerFile Of(Borrower borrower) => new()
    {
        Category = borrower.Category,
        HasBusiness = borrower.HasHasBusiness ? borrower.HasBusiness : null,
        BusinessCode = borrower.BusinessCode,
        EmployedElsewhere = borrower.HasEmployedElsewhere ? borrower.EmployedElsewhere : null,
        UrbanResident = borrower.HasUrbanResident ? borrower.UrbanResident : null,
        Prior = Of(borrower.PriorLoans),
        HitByEpidemic = borrower.HasHitByEpidemic ? borrower.HitByEpidemic : null,
        Papers = Of(borrower.Papers),
    };

    private static HireFile Of(Hire hire) => new()
    {
        Name = hire.Name, IdNumber = hire.IdNumber, Category = hire.Category, ContractMonths = hire.ContractMonths, Papers = Of(hire.Papers),
    };

    private static PriorFile? Of(PriorLoans? prior) => prior is null
        ? null
        : new(prior.Count, prior.HasRepaid ? prior.Repaid : null, prior.HasRepaidInTime ? prior.RepaidInTime : null);

    private static Dictionary<LoanPaper, LoanPaperForm> Of(IEnumerable<PaperAtHand> papers) => papers.ToDictionary(one => one.Paper, one => one.Form);
}
