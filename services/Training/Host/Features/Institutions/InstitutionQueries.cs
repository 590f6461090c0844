using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Institutions;

/// <summary>How calls find institutions (查询培训主体).</summary>
internal static class InstitutionQueries
{
    /// <summary>The institution with its steps, held until the open transaction ends: who plans a class of it waits (锁定培训主体).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, or PERMISSION_DENIED when it is another division's.</exception>
    public static async Task<Institution> HoldInstitutionAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        var held = Demand(
            (await database.Institutions.FromSql($"SELECT * FROM institution WHERE id = {id} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault(),
            caller);
        await database.Entry(held).Collection(one => one.Steps).Query().OrderBy(step => step.Sequence).LoadAsync(cancellation);
        return held;
    }

    /// <summary>The institution with its steps, to be read (培训主体).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static async Task<Institution> LoadInstitutionAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation) =>
        Demand(await database.Institutions.AsNoTracking().Include(one => one.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(one => one.Id == id, cancellation), caller);

    /// <summary>Refuses what only an institution on file may do (须在备案状态).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason INSTITUTION_WITHDRAWN.</exception>
    public static void DemandFiled(this Institution institution)
    {
        if (institution.State != InstitutionState.Filed)
        {
            throw RpcErrors.FailedPrecondition("INSTITUTION_WITHDRAWN", "该培训主体已取消备案，不能再办理此事项");
        }
    }

    private static Institution Demand(Institution? found, Caller caller)
    {
        var institution = found ?? throw RpcErrors.NotFound("INSTITUTION_NOT_FOUND", "没有该标识的培训主体，请核对");
        caller.DemandDivision(institution.Division);
        return institution;
    }
}
