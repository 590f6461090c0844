using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>How calls find runs and lines (查询月度核算), those of the caller's place.</summary>
internal sealed class MonthQueries(WelfarePostsDbContext database)
{
    /// <summary>The run, for who may see all of it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<PostMonthRun> RunAsync(string runId, Caller caller, CancellationToken cancellation)
    {
        var run = await FindAsync(runId, cancellation);
        caller.DemandDivision(run.Division);
        return run;
    }

    /// <summary>The run, for who may see lines of it: of a city's or the province's run those of the caller's own place.</summary>
    /// <returns>And the place whose lines the caller may see.</returns>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<(PostMonthRun Run, string Division)> RunOfLinesAsync(string runId, Caller caller, CancellationToken cancellation)
    {
        var run = await FindAsync(runId, cancellation);
        var isAbove = DivisionRange.Of(run.Division) is var place && string.CompareOrdinal(caller.Division, place.From) >= 0 && string.CompareOrdinal(caller.Division, place.To) < 0;
        var division = isAbove && !caller.MaySee(run.Division) ? caller.Division : run.Division;
        caller.DemandDivision(division);
        return (run, division);
    }

    private async Task<PostMonthRun> FindAsync(string runId, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(runId, "run_id", "核算标识应为发起时返回的 UUID，请核对");
        faults.ThrowIfAny();
        return await database.Set<PostMonthRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("MONTH_RUN_NOT_FOUND", "没有该标识的月度核算，请核对");
    }

    /// <summary>The run under its row lock in the open transaction, with its steps.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<PostMonthRun> HoldAsync(string runId, Caller caller, CancellationToken cancellation)
    {
        var id = (await RunAsync(runId, caller, cancellation)).Id;
        var run = await database.Set<PostMonthRun>().FromSql($"SELECT * FROM post_month_run WHERE id = {id} FOR UPDATE").SingleAsync(cancellation);
        await database.Entry(run).Collection(one => one.Steps).LoadAsync(cancellation);
        return run;
    }

    /// <summary>The run as it stands: how far it is, what it comes to, who did what.</summary>
    public async Task<MonthRun> AnswerAsync(PostMonthRun run, Caller caller, CancellationToken cancellation)
    {
        var done = await database.Set<PostMonthShard>().Where(shard => shard.RunId == run.Id && shard.DecidedAt != null)
            .SumAsync(shard => (long)shard.Placements, cancellation);
        var answer = run.ToContract(done);
        var totals = await database.Set<PostMonthTotal>().AsNoTracking().Where(one => one.RunId == run.Id)
            .OrderBy(one => one.Kind).ThenBy(one => one.Outcome).ToListAsync(cancellation);
        answer.Totals.AddRange(totals.Select(MonthAnswers.ToContract));
        var steps = run.Steps.Count > 0 ? run.Steps
            : await database.Set<PostMonthStep>().AsNoTracking().Where(step => step.RunId == run.Id).ToListAsync(cancellation);
        answer.Steps.AddRange(steps.OrderBy(step => step.Sequence).Select(step => step.ToContract(step.State.ToString(), caller)));
        return answer;
    }

    /// <summary>Lines with whom they are of, and what pays them.</summary>
    public IQueryable<KnownLine> Lines(IQueryable<PostMonthLine> lines) =>
        from line in lines
        join placement in database.Placements on line.PlacementId equals placement.Id
        join employer in database.Employers on placement.EmployerId equals employer.Id
        join person in database.People on placement.PersonId equals person.Id
        select new KnownLine
        {
            Line = line,
            Placement = placement,
            Employer = employer.Name,
            Person = person.Name,
            PayableId = line.AmountFen <= 0 ? null : database.Set<PostMonthPayment>()
                .Where(paid => paid.RunId == line.RunId && (placement.Kind == PostKind.Rural
                    ? paid.PlacementId == line.PlacementId
                    : paid.EmployerId == placement.EmployerId && paid.Division == placement.Division))
                .Select(paid => paid.PayableId).FirstOrDefault(),
        };

    /// <summary>Refuses what needs a run that is computed (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION MONTH_RUN_STATE.</exception>
    public static void DemandComputed(PostMonthRun run, bool unreviewed = false)
    {
        if (run.State == MonthRunState.Computing || (unreviewed && run.State != MonthRunState.Computed))
        {
            throw RpcErrors.FailedPrecondition("MONTH_RUN_STATE", run.State switch
            {
                MonthRunState.Computing => "该月度核算正在计算，请待计算完成后办理",
                MonthRunState.Confirmed => "该月度核算已复核，不能再办理此步骤",
                _ => "该月度核算已退回，不能再办理此步骤",
            });
        }
    }
}

/// <summary>A line and whom it is of (核算明细及人员).</summary>
internal sealed class KnownLine
{
    public required PostMonthLine Line { get; init; }

    public required Data.Placement Placement { get; init; }

    /// <summary>用人单位名称.</summary>
    public required string Employer { get; init; }

    /// <summary>姓名.</summary>
    public required string Person { get; init; }

    public Guid? PayableId { get; init; }
}
