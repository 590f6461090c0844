using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings.OpenFunding;

/// <summary>Classes that a new funding is to pay (资金安排的班级).</summary>
internal static class PaidClasses
{
    /// <summary>Takes the rows of the classes, in the order of their ids, until the open transaction ends: two fundings of one class wait for each other.</summary>
    public static Task<List<TrainingClass>> HoldClassesAsync(this TrainingDbContext database, Guid[] ids, CancellationToken cancellation) =>
        database.Classes.FromSql($"SELECT * FROM training_class WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE").AsNoTracking().ToListAsync(cancellation);

    /// <summary>Refuses classes that are not there, of another institution, given up, or paid by another funding (班级校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT by class, or FAILED_PRECONDITION, reason CLASS_FUNDED.</exception>
    public static async Task DemandPayableAsync(
        this TrainingDbContext database, IReadOnlyList<TrainingClass> held, OpenFundingRequest request, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        foreach (var (text, index) in request.ClassIds.Select((text, index) => (text, index)))
        {
            var one = held.SingleOrDefault(found => found.Id == Guid.Parse(text));
            faults.Demand(one is { State: not (ClassState.Cancelled or ClassState.Refused) } && one.InstitutionId == Guid.Parse(request.InstitutionId),
                OpenFaults.Item("class_ids", index), "没有该培训主体的这个班级，或班级已取消、计划不符，请从班级清单查询后填写");
        }

        faults.ThrowIfAny();
        var ids = held.Select(one => one.Id).ToArray();
        var taken = await database.Set<Data.FundingClass>().Where(one => ids.Contains(one.ClassId) && one.Pays).Select(one => one.ClassId).ToListAsync(cancellation);
        if (taken.Count > 0)
        {
            throw RpcErrors.FailedPrecondition(
                "CLASS_FUNDED", "班级已列入其他资金安排，不能重复拨付",
                [.. request.ClassIds.Select((text, index) => (text, index)).Where(one => taken.Contains(Guid.Parse(one.text)))
                    .Select(one => new FieldError(OpenFaults.Item("class_ids", one.index), "请去掉该班级，或在原资金安排中办理"))]);
        }
    }

    /// <summary>The people of classes (学员), whose turn is taken: who claims for them waits.</summary>
    public static Task<List<Guid>> TraineesOfAsync(this TrainingDbContext database, Guid[] classes, CancellationToken cancellation) =>
        database.Enrolments.Where(one => classes.Contains(one.ClassId)).Select(one => one.TraineeId).Distinct().ToListAsync(cancellation);

    /// <summary>Refuses classes for whose people a training subsidy is claimed or was paid (不得重复享受); the caller has the people's turn.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CLASS_CLAIMED.</exception>
    public static async Task DemandUnclaimedAsync(this TrainingDbContext database, Guid[] classes, CancellationToken cancellation)
    {
        var claimed =
            from enrolment in database.Enrolments
            where classes.Contains(enrolment.ClassId)
            join line in database.Set<Data.ClaimLine>() on enrolment.Id equals line.EnrolmentId
            where line.Outcome != Outcome.Refused && line.RejectedBecause == null
                && !database.Set<StoredPayable>().Any(one => one.Id == line.PayableId && (one.State == PayableState.Dropped || one.State == PayableState.Recovered))
            join claim in database.Set<Data.Claim>() on line.ClaimId equals claim.Id
            where claim.State != ClaimState.Withdrawn && (claim.Kind == ClaimKind.TrainingSubsidy || claim.Kind == ClaimKind.OnlinePlatform)
            select line.Id;
        if (await claimed.AnyAsync(cancellation))
        {
            throw RpcErrors.FailedPrecondition("CLASS_CLAIMED", "班级学员已申领职业培训补贴，不能重复拨付；确需列入资金安排的，请先撤回申领");
        }
    }
}
