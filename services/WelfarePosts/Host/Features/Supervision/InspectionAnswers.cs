using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Inspection = Wenye.WelfarePosts.Data.Inspection;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Inspections as callers see them (监督检查应答).</summary>
internal static class InspectionAnswers
{
    /// <summary>The inspection with what was decided on it and who recorded it.</summary>
    public static Contract.Inspection ToContract(
        this Inspection inspection, IEnumerable<Contracts.Policy.V1.Decision> decisions, IEnumerable<RecordStep> steps, Caller caller) => new()
    {
        InspectionId = inspection.Id.ToString(),
        EmployerId = inspection.EmployerId.ToString(),
        PostId = inspection.PostId?.ToString() ?? "",
        PlacementId = inspection.PlacementId?.ToString() ?? "",
        InspectedOn = inspection.InspectedOn.ToContract(),
        Decisions = { decisions },
        Steps = { steps.Select(step => step.ToContract(caller)) },
    };
}
