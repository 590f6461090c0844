using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using PostPlan = Wenye.WelfarePosts.Data.PostPlan;

namespace Wenye.WelfarePosts.Features.Posts.SetPlan;

/// <summary>Sets or adjusts a plan (下达、调整岗位开发计划), 36号 第四、九条.</summary>
internal sealed class SetPlanHandler(WelfarePostsDbContext database, HandledRequests requests, PostFields fields, Plans plans, Records records, TimeProvider time)
{
    private const int MostPlaces = 1_000_000;
    private const int YearsAhead = 2;

    private enum PlanState
    {
        Set,
        Adjusted,
    }

    public async Task<SetPlanResponse> HandleAsync(SetPlanRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var plan = await HoldAsync(request, cancellation);
        if (await requests.FindAsync<SetPlanResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var isNew = database.Entry(plan).State == EntityState.Added;
        var what = string.Create(CultureInfo.InvariantCulture, $"计划 {request.Places} 个，其中储备 {request.ReservePlaces} 个");
        (plan.Places, plan.ReservePlaces) = (request.Places, request.ReservePlaces);
        var use = (await plans.UsesAsync([plan], plan.Year, cancellation))[0];
        DemandEnough(use);
        await records.StepAsync(plan.Id, isNew ? PlanState.Set : PlanState.Adjusted, HandledBy.Of(request.Handling, caller, time), cancellation, what);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new SetPlanResponse { Plan = use.ToContract() }, cancellation);
    }

    private void Demand(SetPlanRequest request)
    {
        var faults = new RequestFaults();
        fields.Place(faults, request.Division);
        faults
            .Demand(request.Year >= fields.Today.Year && request.Year <= fields.Today.Year + YearsAhead, "year", $"年度应为今年至其后 {YearsAhead} 年")
            .Demand(request.Kind != PostKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请选择城镇、乡村或临时性城镇岗位")
            .Demand(request.Places is >= 0 and <= MostPlaces, "places", $"计划岗位数应为 0 至 {MostPlaces}")
            .Demand(request.ReservePlaces >= 0 && request.ReservePlaces <= Math.Max(0, request.Places), "reserve_places", "储备岗位数应不小于 0、不超过计划岗位数")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
    }

    // Two who set the same plan for the first time: one waits.
    private async Task<PostPlan> HoldAsync(SetPlanRequest request, CancellationToken cancellation)
    {
        var (division, year, kind) = (request.Division, request.Year, (int)request.Kind);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('post_plan ' || {division}, 0))", cancellation);
        var plan = (await database.Set<PostPlan>()
            .FromSql($"SELECT * FROM post_plan WHERE division = {division} AND year = {year} AND kind = {kind} FOR NO KEY UPDATE").ToListAsync(cancellation)).SingleOrDefault();
        if (plan is null)
        {
            plan = new PostPlan { Id = Guid.CreateVersion7(), Division = division, Year = year, Kind = request.Kind, Places = 0, ReservePlaces = 0 };
            database.Add(plan);
        }

        return plan;
    }

    private static void DemandEnough(PlanUse use)
    {
        if (use.Left < 0 || use.LeftReserve < 0)
        {
            throw RpcErrors.FailedPrecondition("PLAN_IN_USE", string.Create(
                CultureInfo.InvariantCulture,
                $"已开发 {use.Developed} 个岗位（其中储备 {use.DevelopedReserve} 个），计划不能低于已开发数"));
        }
    }
}
