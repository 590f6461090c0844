using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Placements;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAppraisal;

/// <summary>States how people did in a year or month (考核评价), 人社部发〔2020〕38号 八: all of them or none.</summary>
internal sealed class RecordAppraisalHandler(WelfarePostsDbContext database, HandledRequests requests, PostFields fields, TimeProvider time)
{
    private const int Most = 1000;

    public async Task<RecordAppraisalResponse> HandleAsync(RecordAppraisalRequest request, Caller caller, CancellationToken cancellation)
    {
        var ids = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var last = await HoldAsync(ids, request.Period, caller, cancellation);
        if (await requests.FindAsync<RecordAppraisalResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        database.AddRange(request.People.Zip(ids, (one, id) => new AppraisalRecord { PlacementId = id, Period = request.Period, Result = one.Result }
            .By(last.GetValueOrDefault(id) + 1, by, one.Note.Length > 0 ? one.Note : null)));
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RecordAppraisalResponse { Recorded = ids.Length }, cancellation);
    }

    private Guid[] Demand(RecordAppraisalRequest request)
    {
        var faults = new RequestFaults()
            .Demand(IsPeriod(request.Period), "period", "考核期应为年度（如 2020）或月份（如 2020-09），不晚于本年、本月")
            .Demand(request.People.Count is >= 1 and <= Most, "people", $"每次登记 1 至 {Most} 人，更多请分批")
            .Demand(request.People.Select(one => one.PlacementId).Distinct(StringComparer.Ordinal).Count() == request.People.Count, "people", "同一人不应重复填写")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var ids = new List<Guid>();
        foreach (var (one, i) in request.People.Take(Most).Select((one, i) => (one, i)))
        {
            ids.Add(PlacementQueries.Id(faults, one.PlacementId, $"people[{i + 1}].placement_id"));
            faults.Demand(one.Result is AppraisalResult.Passed or AppraisalResult.Failed, $"people[{i + 1}].result", "请选择合格或不合格")
                .Text(one.Note, $"people[{i + 1}].note", required: false);
        }

        faults.ThrowIfAny();
        return [.. ids];
    }

    private bool IsPeriod(string period) =>
        (DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || DateOnly.TryParseExact(period, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out first)) && first <= fields.Today;

    // Their rows are held, so that two statements of a period follow one another.
    private async Task<Dictionary<Guid, int>> HoldAsync(Guid[] ids, string period, Caller caller, CancellationToken cancellation)
    {
        var held = await database.Placements.FromSql($"SELECT * FROM placement WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancellation);
        var missing = new RequestFaults();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            missing.Demand(
                held.Exists(one => one.Id == id && caller.MaySee(one.Division)), $"people[{i + 1}].placement_id", "没有该标识的在岗人员，或不属于本机构的行政区划");
        }

        missing.ThrowIfAny();
        return await database.Set<AppraisalRecord>().Where(one => ids.Contains(one.PlacementId) && one.Period == period)
            .GroupBy(one => one.PlacementId).Select(same => new { same.Key, Last = same.Max(one => one.Sequence) })
            .ToDictionaryAsync(one => one.Key, one => one.Last, cancellation);
    }
}
