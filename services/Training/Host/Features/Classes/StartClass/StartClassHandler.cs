using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.StartClass;

/// <summary>Begins an open class (开课): on a day of its plan, with somebody enrolled; nobody is enrolled any more.</summary>
internal sealed class StartClassHandler(TrainingDbContext database, ClassChanges changes, TimeProvider time)
{
    public Task<StartClassResponse> HandleAsync(StartClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            async (held, by) =>
            {
                held.DemandState("开课", ClassState.Open);
                await database.HoldFiledAsync(held.InstitutionId, cancellation);
                var today = ChinaTime.Today(time);
                if (today < held.StartsOn || today > held.EndsOn)
                {
                    throw RpcErrors.FailedPrecondition("CLASS_DATES", "今天不在开班计划的起止日期内，不能开课；计划有变的，请取消后重新报送开班计划");
                }

                if (held.Trainees == 0)
                {
                    throw RpcErrors.FailedPrecondition("NO_TRAINEES", "班级还没有学员，请先报名再开课");
                }

                held.StartedOn = today;
                held.MoveTo(ClassState.UnderWay, by);
            },
            answer => new StartClassResponse { TrainingClass = answer },
            cancellation);
    }
}
