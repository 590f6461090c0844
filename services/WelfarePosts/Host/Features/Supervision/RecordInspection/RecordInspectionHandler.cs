using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Supervision;
using Inspection = Wenye.WelfarePosts.Data.Inspection;

namespace Wenye.WelfarePosts.Features.Supervision.RecordInspection;

/// <summary>Records an inspection (监督检查记录), 36号 第四、二十一条, 38号 八: what was not looked at is unproven.</summary>
internal sealed class RecordInspectionHandler(
    WelfarePostsDbContext database, HandledRequests requests, Records records, ParameterSet parameters, PostFields fields, TimeProvider time)
{
    private enum InspectionState
    {
        Recorded,
    }

    public async Task<RecordInspectionResponse> HandleAsync(RecordInspectionRequest request, Caller caller, CancellationToken cancellation)
    {
        var (employer, post, placement) = Demand(request);
        var division = await DivisionOfAsync(employer, post, placement, cancellation);
        caller.DemandDivision(division);
        if (await requests.FindAsync<RecordInspectionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var inspection = new Inspection
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), EmployerId = employer, PostId = post, PlacementId = placement, Division = division, InspectedOn = request.InspectedOn.ToDay(),
        };
        var policy = parameters.At(Division.Parse(division), inspection.InspectedOn);
        Decision[] decisions = [EmployerDuties.Decide(DutiesOf(request.Findings), policy), FairUse.Decide(UseOf(request.Findings), policy)];
        database.Add(inspection);
        await records.KeepAsync(inspection.Id, decisions, cancellation);
        await records.StepAsync(inspection.Id, InspectionState.Recorded, HandledBy.Of(request.Handling, caller, time), cancellation);
        var steps = database.Set<RecordStep>().Local.Where(step => step.RecordId == inspection.Id);
        var answer = new RecordInspectionResponse { Inspection = inspection.ToContract(decisions.Select(one => one.ToContract()), steps, caller) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private (Guid Employer, Guid? Post, Guid? Placement) Demand(RecordInspectionRequest request)
    {
        var faults = new RequestFaults();
        var employer = faults.Id(request.EmployerId, "employer_id", "用人单位标识应为登记时给出的 UUID");
        var post = request.PostId.Length > 0 ? faults.Id(request.PostId, "post_id", "岗位标识应为申报时给出的 UUID，检查全部岗位时不填") : (Guid?)null;
        var placement = request.PlacementId.Length > 0 ? faults.Id(request.PlacementId, "placement_id", "在岗记录标识应为签约时给出的 UUID，检查全部人员时不填") : (Guid?)null;
        faults
            .Demand(request.InspectedOn is not null && request.InspectedOn.IsDay() && request.InspectedOn.ToDay() <= fields.Today, "inspected_on", "请填写检查日期，不晚于今天")
            .Demand(request.Findings is not null, "findings", "请填写检查情况，未检查的项目不填")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return (employer, post, placement);
    }

    // Of one post or person it is theirs: an employer of the city has posts in its counties.
    private async Task<string> DivisionOfAsync(Guid employer, Guid? post, Guid? placement, CancellationToken cancellation)
    {
        var division = placement is { } held
            ? await database.Placements.Where(one => one.Id == held && one.EmployerId == employer && (post == null || one.PostId == post)).Select(one => one.Division).SingleOrDefaultAsync(cancellation)
            : post is { } of
                ? await database.Posts.Where(one => one.Id == of && one.EmployerId == employer).Select(one => one.Division).SingleOrDefaultAsync(cancellation)
                : await database.Employers.Where(one => one.Id == employer).Select(one => one.Division).SingleOrDefaultAsync(cancellation);
        return division ?? throw RpcErrors.NotFound("EMPLOYER_NOT_FOUND", "没有该用人单位，或其没有该岗位、该在岗人员，请核对");
    }

    private static EmployerDutiesFacts DutiesOf(InspectionFindings found) => new()
    {
        ProtectsWorkers = found.HasProtectsWorkers ? found.ProtectsWorkers : default(Fact<bool>),
        KeepsAttendance = found.HasKeepsAttendance ? found.KeepsAttendance : default(Fact<bool>),
        ReportsLeavers = found.HasReportsLeavers ? found.ReportsLeavers : default(Fact<bool>),
        AcceptsSupervision = found.HasAcceptsSupervision ? found.AcceptsSupervision : default(Fact<bool>),
        Appraises = found.HasAppraises ? found.Appraises : default(Fact<bool>),
    };

    private static FairUseFacts UseOf(InspectionFindings found) => new()
    {
        FavoursRelatives = found.HasFavoursRelatives ? found.FavoursRelatives : default(Fact<bool>),
        RotatesPosts = found.HasRotatesPosts ? found.RotatesPosts : default(Fact<bool>),
        PaysWithoutDuties = found.HasPaysWithoutDuties ? found.PaysWithoutDuties : default(Fact<bool>),
    };
}
