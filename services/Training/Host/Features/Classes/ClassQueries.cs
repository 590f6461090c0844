using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Institutions;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>How calls find classes (查询班级), and how those that change one take its row.</summary>
internal static class ClassQueries
{
    private const string IdFault = "班级标识应为开班计划时返回的 UUID，请从班级清单查询后填写";

    /// <summary>Adds a fault unless the text is a UUID (班级标识校验).</summary>
    public static Guid ClassId(this RequestFaults faults, string text) => faults.Id(text, "class_id", IdFault);

    /// <summary>The class with its steps, its row held until the open transaction ends (待办理的班级): whoever changes one waits here.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, or PERMISSION_DENIED when it is another division's.</exception>
    public static async Task<TrainingClass> HoldClassAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        await database.DemandClassAsync(id, caller, cancellation);
        var held = (await database.Classes.FromSql($"SELECT * FROM training_class WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();
        await database.Entry(held).Collection(one => one.Steps).Query().OrderBy(step => step.Sequence).LoadAsync(cancellation);
        return held;
    }

    /// <summary>The class with its steps, to be read (班级).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static async Task<TrainingClass> LoadClassAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Classes.AsNoTracking().Include(one => one.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw NotFound();
        caller.DemandDivision(found.Division);
        return found;
    }

    /// <summary>Refuses a class that is not there or not the caller's (班级归属校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static async Task DemandClassAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation) =>
        caller.DemandDivision(
            await database.Classes.Where(one => one.Id == id).Select(one => one.Division).SingleOrDefaultAsync(cancellation) ?? throw NotFound());

    /// <summary>Refuses what a withdrawn institution may not do, and lets it not be withdrawn until the open transaction ends (须在备案状态).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason INSTITUTION_WITHDRAWN.</exception>
    public static async Task HoldFiledAsync(this TrainingDbContext database, Guid institutionId, CancellationToken cancellation) =>
        (await database.Institutions.FromSql($"SELECT * FROM institution WHERE id = {institutionId} FOR SHARE").AsNoTracking().ToListAsync(cancellation))
        .Single().DemandFiled();

    /// <summary>Name of the institution of a class (培训主体名称).</summary>
    public static Task<string> NameOfAsync(this TrainingDbContext database, Guid institutionId, CancellationToken cancellation) =>
        database.Institutions.Where(one => one.Id == institutionId).Select(one => one.Name).SingleAsync(cancellation);

    private static Grpc.Core.RpcException NotFound() => RpcErrors.NotFound("CLASS_NOT_FOUND", "没有该标识的班级，请核对");
}
