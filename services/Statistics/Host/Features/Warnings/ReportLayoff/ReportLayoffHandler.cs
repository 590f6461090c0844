using System.Text;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using LayoffRule = Wenye.Statistics.Domain.Warnings.LayoffNotice;

namespace Wenye.Statistics.Features.Warnings.ReportLayoff;

/// <summary>Takes notice of a planned layoff (裁员报告): is it large, and was staff told in time.</summary>
internal sealed class ReportLayoffHandler(StatisticsDbContext database, HandledRequests requests, ParameterSet parameters, TimeProvider time)
{
    private const int LongestPlan = 500;
    private const int Most = 10_000_000;

    public async Task<ReportLayoffResponse> HandleAsync(ReportLayoffRequest request, Caller caller, CancellationToken cancellation)
    {
        Validate(request);
        caller.DemandDivision(request.Division);
        if (await requests.FindAsync<ReportLayoffResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var policy = parameters.At(Division.Parse(request.Division), ChinaTime.Today(time));
        var (told, planned) = (DayOf(request.ToldOn), DayOf(request.PlannedOn));
        var employees = request.HasEmployees ? request.Employees : (int?)null;
        var layoff = new ReportedLayoff
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Code = request.Code,
            Division = request.Division,
            Layoffs = request.Layoffs,
            Employees = employees,
            ToldOn = told,
            PlannedOn = planned,
            Month = YearMonth.Of(planned ?? ChinaTime.Today(time)).ToString(),
            Plan = request.Plan,
            Large = Json(LayoffAnswers.Large(request.Layoffs, employees, policy)),
            Notice = Json(LayoffRule.Decide(new() { ToldOn = told is { } day ? day : default(Fact<DateOnly>), PlannedOn = planned is { } on ? on : default(Fact<DateOnly>) }, policy)),
            Agency = caller.Agency,
            Operator = request.Handling.Operator,
            ReportedAt = time.GetUtcNow(),
        };
        database.Add(layoff);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new ReportLayoffResponse { Layoff = layoff.ToContract() }, cancellation);
    }

    private static void Validate(ReportLayoffRequest request)
    {
        var faults = new RequestFaults();
        Firms.Code(faults, request.Code, "code");
        var place = faults.Division(request.Division, "division");
        faults.Demand(place.Level is DivisionLevel.Nation or DivisionLevel.District, "division", "请填写企业所在县（市、区）的行政区划代码")
            .Demand(request.Layoffs is >= 1 and <= Most, "layoffs", "拟裁员人数应为不小于 1 的整数")
            .Demand(!request.HasEmployees || request.Employees >= request.Layoffs, "employees", "职工总数不应少于拟裁员人数，未掌握的不填")
            .Demand(request.ToldOn is null || request.ToldOn.IsDay(), "told_on", "请填写有效日期，未向工会或全体职工说明的不填")
            .Demand(request.PlannedOn is null || request.PlannedOn.IsDay(), "planned_on", "请填写有效日期，未定的不填")
            .Text(request.Plan, "plan", LongestPlan)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
    }

    private static DateOnly? DayOf(Date? date) => date?.ToDay();

    private static string Json(Decision decision) => Encoding.UTF8.GetString(DecisionJson.Write(decision));
}
