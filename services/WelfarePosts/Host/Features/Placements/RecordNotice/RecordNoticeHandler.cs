using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.RecordNotice;

/// <summary>Records that people were told of the end of their terms (期满告知), 36号 第十七条: person by person, whose notice is due.</summary>
internal sealed class RecordNoticeHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HandledRequests requests, Records records, PostFields fields, TimeProvider time)
{
    private const int Most = 1000;

    public async Task<RecordNoticeResponse> HandleAsync(RecordNoticeRequest request, Caller caller, CancellationToken cancellation)
    {
        var ids = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placements = await HoldAsync(ids, caller, cancellation);
        if (await requests.FindAsync<RecordNoticeResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var (answer, by, told) = (new RecordNoticeResponse(), HandledBy.Of(request.Handling, caller, time), request.ToldOn.ToDay());
        foreach (var placement in placements)
        {
            if (placement.State == PlacementState.Left || TermNotices.Decide(placement, queries, told).Outcome != Outcome.Granted)
            {
                answer.NotDue.Add(placement.Id.ToString());
                continue;
            }

            placement.NoticedOn = told;
            await records.StepAsync(placement.Id, placement.State, by, cancellation, "已告知补贴期满日期");
            answer.Recorded++;
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Guid[] Demand(RecordNoticeRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.PlacementIds.Count is >= 1 and <= Most, "placement_ids", $"每次登记 1 至 {Most} 人，更多请分批")
            .Demand(request.PlacementIds.Distinct(StringComparer.Ordinal).Count() == request.PlacementIds.Count, "placement_ids", "同一人不应重复填写")
            .PastDay(request.ToldOn, "told_on", "请填写告知日期，不晚于今天", fields.Today)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        Guid[] ids = [.. request.PlacementIds.Take(Most).Select((id, i) => PlacementQueries.Id(faults, id, $"placement_ids[{i + 1}]"))];
        faults.ThrowIfAny();
        return ids;
    }

    private async Task<List<Placement>> HoldAsync(Guid[] ids, Caller caller, CancellationToken cancellation)
    {
        var held = await database.Placements.FromSql($"SELECT * FROM placement WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancellation);
        var missing = new RequestFaults();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            missing.Demand(held.Exists(one => one.Id == id && caller.MaySee(one.Division)), $"placement_ids[{i + 1}]", "没有该标识的在岗人员，或不属于本机构的行政区划");
        }

        missing.ThrowIfAny();
        return held;
    }
}
