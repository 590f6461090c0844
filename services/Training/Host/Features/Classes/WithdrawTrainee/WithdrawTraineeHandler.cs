using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.WithdrawTrainee;

/// <summary>Takes a trainee off before the results (退班): the place is free again.</summary>
internal sealed class WithdrawTraineeHandler(TrainingDbContext database, ClassCounts counts, HandledRequests requests, TimeProvider time)
{
    public async Task<WithdrawTraineeResponse> HandleAsync(WithdrawTraineeRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.EnrolmentId, "enrolment_id", "学员标识应为学员名册中的 UUID，请从学员名册查询后填写");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        var classId = await database.Enrolments.Where(one => one.Id == id).Select(one => (Guid?)one.ClassId).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("ENROLMENT_NOT_FOUND", "没有该标识的学员，请核对");
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await database.HoldClassAsync(classId, caller, cancellation);
        if (await requests.FindAsync<WithdrawTraineeResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        held.DemandState("退班", ClassState.Open, ClassState.UnderWay);
        var enrolment = await database.Enrolments.SingleAsync(one => one.Id == id, cancellation);
        if (enrolment is not { State: EnrolmentState.Enrolled, ExaminedOn: null })
        {
            throw RpcErrors.FailedPrecondition(
                "ENROLMENT_STATE", enrolment.State == EnrolmentState.Withdrawn ? "该学员已退班" : "该学员已有考核结果，不能退班");
        }

        enrolment.State = EnrolmentState.Withdrawn;
        await database.SaveChangesAsync(cancellation);
        await counts.CountAsync(held, HandledBy.Of(request.Handling, caller, time), $"学员 {id} 退班", cancellation);
        var person = new EnrolledPerson { Enrolment = enrolment, Trainee = await database.Trainees.AsNoTracking().SingleAsync(one => one.Id == enrolment.TraineeId, cancellation) };
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new WithdrawTraineeResponse { Enrolment = person.ToContract(caller) }, cancellation);
    }
}
