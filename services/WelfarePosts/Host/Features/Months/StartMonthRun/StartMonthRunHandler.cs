using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Months;

namespace Wenye.WelfarePosts.Features.Months.StartMonthRun;

/// <summary>Starts a month of a place (发起月度核算), 36号 第十四、二十四条.</summary>
internal sealed class StartMonthRunHandler(
    WelfarePostsDbContext database, PostFields fields, ParameterSet parameters, IOptions<PostMonthOptions> options, HandledRequests requests, TimeProvider time)
{
    public async Task<StartMonthRunResponse> HandleAsync(StartMonthRunRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        fields.Place(faults, request.Division);
        var month = PostFields.Month(faults, request.Month);
        faults.Demand(month <= fields.Today, "month", "不能核算以后的月份，请填写当月或以前的月份");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(PostMonthSql.TakeTurn, cancellation);
        if (await requests.FindAsync<StartMonthRunResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await DemandNoneOpenAsync(request.Division, month, cancellation);
        var run = New(request.Division, month, HandledBy.Of(request.Handling, caller, time));
        database.Add(run);
        await database.SaveChangesAsync(cancellation);
        run.Placements = await CutAsync(run, cancellation);
        await database.Database.ExecuteSqlRawAsync(PostMonthSql.Runs.Wake, cancellation);
        var answer = new StartMonthRunResponse { Run = run.ToContract(done: 0) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DemandNoneOpenAsync(string division, DateOnly month, CancellationToken cancellation)
    {
        if ((await MonthBasis.OfMonthAsync(database, month, division, cancellation, MonthRunState.Computing, MonthRunState.Computed)).Count > 0)
        {
            throw RpcErrors.FailedPrecondition("MONTH_RUN_OPEN", "该地区（或其上下级地区）该月的核算尚未复核，请复核（确认或退回）后再发起");
        }
    }

    private PostMonthRun New(string division, DateOnly month, HandledBy by)
    {
        var run = new PostMonthRun
        {
            Id = Guid.CreateVersion7(by.At), Division = division, Month = month, State = MonthRunState.Computing, AsOf = fields.Today,
            ParameterVersion = parameters.Version, StartedAt = by.At,
        };
        run.MoveTo(MonthRunState.Computing, by);
        return run;
    }

    private async Task<long> CutAsync(PostMonthRun run, CancellationToken cancellation)
    {
        var place = DivisionRange.Of(run.Division);
        var booked = await MonthBasis.OfMonthAsync(database, run.Month, run.Division, cancellation, MonthRunState.Confirmed);
        object[] values =
            [place.From, place.To, run.Month, YearMonth.Of(run.Month).LastDay, booked.Select(one => one.Id).ToArray(), run.Id, options.Value.PlacementsAShard];
        await using var command = new NpgsqlCommand(PostMonthSql.Cut, (NpgsqlConnection)database.Database.GetDbConnection());
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return (long)(await command.ExecuteScalarAsync(cancellation))! is > 0 and var placements ? placements
            : throw RpcErrors.FailedPrecondition("NOBODY_IN_POST", "该地区该月没有在岗人员");
    }
}
