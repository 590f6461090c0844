using System.Text;
using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Classes;
using Wenye.Training.Features.Courses;
using Wenye.Training.Features.Institutions;
using Course = Wenye.Training.Data.Course;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes.PlanClass;

/// <summary>Plans a class (开班计划): of a filed institution, of a course in its city's catalogue; the hours online are decided at once.</summary>
internal sealed class PlanClassHandler(
    TrainingDbContext database, Catalogue catalogue, ParameterSet parameters, HandledRequests requests, TimeProvider time)
{
    public async Task<PlanClassResponse> HandleAsync(PlanClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var id = PlanFaults.Demand(request, today);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await requests.FindAsync<PlanClassResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var institution = await HolderAsync(id, request.Mode, caller, cancellation);
        var division = Division.Parse(institution.Division);
        var course = await catalogue.InForceAsync(division, request.Occupation.Occupation, request.Occupation.Level, today, cancellation) ?? throw NotInCatalogue();
        var decision = OnlineShare.Decide(
            new OnlineShareFacts
            {
                OnlineMinutes = request.OnlineMinutes,
                TotalHours = request.TotalHours,
                SkillTraining = course.Category != TrainingCategory.Entrepreneurship,
            },
            parameters.At(division, today));
        var planned = Planned(request, institution, course, Encoding.UTF8.GetString(DecisionJson.Write(decision)));
        planned.MoveTo(decision.Outcome == Outcome.Refused ? ClassState.Refused : ClassState.Planned, HandledBy.Of(request.Handling, caller, time));
        database.Add(planned);
        var answer = new PlanClassResponse { TrainingClass = planned.ToContract(institution.Name) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Institution> HolderAsync(Guid id, TrainingMode mode, Caller caller, CancellationToken cancellation)
    {
        var institution = await database.LoadInstitutionAsync(id, caller, cancellation);
        await database.HoldFiledAsync(id, cancellation);
        return (institution.Kind == InstitutionKind.OnlinePlatform) == (mode == TrainingMode.OnlinePlatform)
            ? institution
            : throw RpcErrors.InvalidArgument("mode", "线上平台培训由已备案的线上平台举办，线上平台也只举办线上平台培训，请改正培训方式或培训主体");
    }

    private static RpcException NotInCatalogue() => RpcErrors.FailedPrecondition(
        "COURSE_NOT_IN_CATALOGUE", "该职业（工种）及等级不在当地现行职业（工种）目录内，不能作为补贴性培训开班",
        new FieldError("occupation", "请从当地职业（工种）目录选择，或先由市级纳入目录"));

    private TrainingClass Planned(PlanClassRequest request, Institution institution, Course course, string decision) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        InstitutionId = institution.Id,
        Division = institution.Division,
        Occupation = course.Occupation,
        Level = course.Level,
        OccupationName = course.Name,
        Category = course.Category,
        LeadsTo = course.LeadsTo,
        Mode = request.Mode,
        TotalHours = request.TotalHours,
        OnlineMinutes = request.OnlineMinutes,
        StartsOn = request.StartsOn.ToDay(),
        EndsOn = request.EndsOn.ToDay(),
        Places = request.Places,
        State = ClassState.Planned,
        PlanDecision = decision,
    };
}
