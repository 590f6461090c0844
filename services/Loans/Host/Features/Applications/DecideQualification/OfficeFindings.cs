using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.DecideQualification;

/// <summary>What the office itself establishes (审核部门查明事项).</summary>
internal static class OfficeFindings
{
    private const int LongestReason = 100;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(DecideQualificationRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.Findings.DistinctBy(one => (one.Person, one.Hire)).Count() == request.Findings.Count, "findings", "同一主体只填写一项")
            .Text(request.RefusalReason, "refusal_reason", LongestReason, required: false);
        ApplicationInput.Further(faults, request.FurtherPapers);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
    }

    /// <summary>Puts them into the file (记入档案).</summary>
    public static void Enter(Dossier dossier, DecideQualificationRequest request)
    {
        ApplicationFiling.DemandKnown(dossier.File, request.Findings.Select(one => (one.Person, one.Hire)), "findings");
        foreach (var finding in request.Findings)
        {
            if (finding.Hire > 0)
            {
                var hire = dossier.File.Firm!.Hires[finding.Hire - 1];
                hire.CategoryConfirmed = finding.HasCategoryConfirmed ? finding.CategoryConfirmed : hire.CategoryConfirmed;
            }
            else if (finding.Person > 0)
            {
                var person = dossier.File.People[finding.Person - 1];
                person.CategoryConfirmed = finding.HasCategoryConfirmed ? finding.CategoryConfirmed : person.CategoryConfirmed;
                person.InWorkingAge = finding.HasInWorkingAge ? finding.InWorkingAge : person.InWorkingAge;
            }
        }

        if (dossier.File.Firm is { } firm)
        {
            firm.Arrears = request.HasWageOrInsuranceArrears ? request.WageOrInsuranceArrears : firm.Arrears;
        }
    }

    /// <summary>What is missing, by who establishes it: the office itself, or the applicant who is told (区分).</summary>
    public static (IReadOnlyList<MissingFile> Own, IReadOnlyList<MissingFile> Told) Divide(ApplicationFile file, IReadOnlyList<MissingFile> missing)
    {
        var own = missing.Where(item => item.Fact is "in_statutory_working_age" or "wage_or_insurance_arrears"
            || (item is { Fact: "category", Person: > 0 } && BorrowerEvidence.IsForOfficeToConfirm(file.People[item.Person - 1].Category))).ToList();
        return (own, [.. missing.Except(own)]);
    }
}
