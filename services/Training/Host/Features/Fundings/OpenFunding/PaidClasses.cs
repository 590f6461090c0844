using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
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
}
