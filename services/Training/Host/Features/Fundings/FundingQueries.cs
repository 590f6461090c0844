using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings;

/// <summary>How calls find fundings (查询资金安排), and how those that change one take its row.</summary>
internal static class FundingQueries
{
    /// <summary>Adds a fault unless the text is a UUID (标识校验).</summary>
    public static Guid FundingId(this RequestFaults faults, string text) =>
        faults.Id(text, "funding_id", "资金安排标识应为登记时返回的 UUID，请从资金安排清单查询后填写");

    /// <summary>The funding with all that belongs to it, its row held until the open transaction ends (待办理的资金安排).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, or PERMISSION_DENIED when it is another division's.</exception>
    public static async Task<Funding> HoldFundingAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        caller.DemandDivision(
            await database.Fundings.Where(one => one.Id == id).Select(one => one.Division).SingleOrDefaultAsync(cancellation) ?? throw NotFound());
        await database.Database.ExecuteSqlAsync($"SELECT 1 FROM funding WHERE id = {id} FOR NO KEY UPDATE", cancellation);
        return await Whole(database.Fundings).SingleAsync(one => one.Id == id, cancellation);
    }

    /// <summary>The funding to be read (资金安排).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static async Task<Funding> LoadFundingAsync(this TrainingDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await Whole(database.Fundings.AsNoTracking()).SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw NotFound();
        caller.DemandDivision(found.Division);
        return found;
    }

    /// <summary>Refuses a step on a funding that is over (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason FUNDING_STATE.</exception>
    public static void DemandOpen(this Funding funding)
    {
        if (funding.State != FundingState.Open)
        {
            throw RpcErrors.FailedPrecondition("FUNDING_STATE", funding.State == FundingState.Settled ? "该资金安排已清算，不能再办理此步骤" : "该资金安排不符合规定，未予执行，不能再办理此步骤");
        }
    }

    /// <summary>With what a list shows.</summary>
    public static IQueryable<Funding> Lines(this IQueryable<Funding> fundings) => fundings.AsSplitQuery()
        .Include(one => one.Classes)
        .Include(one => one.Apprentices.OrderBy(line => line.Line))
        .Include(one => one.Payments);

    private static IQueryable<Funding> Whole(IQueryable<Funding> fundings) => fundings.Lines()
        .Include(one => one.Named.OrderBy(person => person.Line).ThenBy(person => person.Number))
        .Include(one => one.Decisions.OrderBy(decision => decision.Sequence))
        .Include(one => one.Steps.OrderBy(step => step.Sequence));

    private static Grpc.Core.RpcException NotFound() => RpcErrors.NotFound("FUNDING_NOT_FOUND", "没有该标识的培训资金安排，请核对");
}
