using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.PublicLists;

/// <summary>Public lists (公示).</summary>
public sealed class Publicities(
    ServiceDbContext database, OnceCalls calls, IPublicityTerms terms, PersonalDataProtector protector, TimeProvider time)
{
    private const int LongestTitle = 100;
    private const int MostNamed = 1000;

    /// <summary>Makes decided payables public (公示).</summary>
    public Task<StartPublicityResponse> StartAsync(StartPublicityRequest request, Caller caller, CancellationToken cancellation)
    {
        var (from, ids) = Validate(request);
        caller.DemandDivision(request.Pool);
        return calls.RunAsync(caller, request.RequestId, request, () => StartAsync(request, from, ids, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    /// <summary>Reads a list (公示名单), in the order of decision.</summary>
    public async Task<GetPublicityResponse> GetAsync(GetPublicityRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.PublicityId, "publicity_id", "公示标识应为本平台给出的 UUID");
        var size = faults.PageSize(request.PageSize, usual: 100, most: 1000);
        var after = PagePosition.Number(faults, request);
        faults.ThrowIfAny();
        var publicity = await database.Set<StoredPublicity>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation)
            ?? throw PaymentErrors.PublicityNotFound();
        caller.DemandDivision(publicity.Pool);
        var lines = await database.Set<StoredPayable>().AsNoTracking().Where(p => p.PublicityId == id && p.Number > after)
            .OrderBy(p => p.Number).Take(size + 1).ToListAsync(cancellation);
        var open = await database.Set<StoredObjection>()
            .CountAsync(o => o.Upheld == null && database.Set<StoredPayable>().Any(p => p.Id == o.PayableId && p.PublicityId == id), cancellation);
        return new GetPublicityResponse
        {
            Publicity = Answer(publicity, open),
            Lines = { lines.Take(size).Select(Sight.ToPublicLine) },
            NextPageToken = lines.Count > size ? PagePosition.After(request, lines[size - 1].Number) : "",
        };
    }

    private async Task<StartPublicityResponse> StartAsync(StartPublicityRequest request, DateOnly from, Guid[] ids, HandledBy by, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var moved = await MoveAsync(id, request, ids, by, cancellation);
        var lines = moved.Sum(fund => fund.Count);
        if (lines == 0 || lines < ids.Length)
        {
            throw PaymentErrors.State("所列款项中有的不存在、不属于该统筹地区、不需公示或已公示：请查询待公示款项后重新提交");
        }

        var term = moved.Select(fund => terms.Of(fund.Fund, request.Pool, from)).MaxBy(term => term.WorkingDays)!;
        var publicity = new StoredPublicity
        {
            Id = id,
            Title = request.Title,
            Pool = request.Pool,
            From = from,
            To = WorkingCalendar.StateCouncil.TryAddWorkingDays(from, term.WorkingDays, out var to) ? to : throw NotPublished(from),
            WorkingDays = term.WorkingDays,
            TermSource = term.Source,
            Payables = lines,
            AmountFen = moved.Sum(fund => fund.Fen),
            CreatedAt = by.At,
        };
        database.Add(publicity);
        return new StartPublicityResponse { Publicity = Answer(publicity, openObjections: 0) };
    }

    private Task<List<(Fund Fund, long Count, long Fen)>> MoveAsync(
        Guid publicity, StartPublicityRequest request, Guid[] ids, HandledBy by, CancellationToken cancellation) => database.Command(
        $"""
        WITH picked AS (
            SELECT id FROM payable
            WHERE pool = @pool AND state = {(int)PayableState.Decided} AND needs_publicity AND {(ids.Length > 0 ? "id = ANY(@ids)" : "benefit = @benefit")}
            ORDER BY number FOR UPDATE),
        moved AS (
            UPDATE payable p SET state = {(int)PayableState.Publicised}, publicity_id = @publicity FROM picked WHERE p.id = picked.id RETURNING {MoveSql.OfPayable}),
        {MoveSql.Steps(PayableState.Publicised)}
        SELECT fund, count(*), sum(amount_fen)::bigint FROM moved GROUP BY fund
        """,
        [
            PaymentCommands.Named("publicity", publicity),
            PaymentCommands.Named("pool", request.Pool),
            ids.Length > 0 ? PaymentCommands.Named("ids", ids) : PaymentCommands.Named("benefit", request.Benefit),
            .. MoveSql.Parameters(by, protector),
        ]).RowsAsync(reader => ((Fund)reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2)), cancellation);

    private (DateOnly From, Guid[] Ids) Validate(StartPublicityRequest request)
    {
        var today = ChinaTime.Today(time);
        var faults = new RequestFaults()
            .Demand(PaymentText.Fits(request.Title, LongestTitle), "title", $"公示标题应为 1 至 {LongestTitle} 个字符")
            .Demand(request.From is null || (request.From.IsDay() && request.From.ToDay() >= today), "from", "公示起始日应为有效日期，不早于今天；不填即为今天")
            .Demand((request.Benefit.Length > 0) != (request.PayableIds.Count > 0), "benefit", "请填写补贴项目，或列出款项标识，二者填一")
            .Demand(request.PayableIds.Count <= MostNamed, "payable_ids", $"一次最多列出 {MostNamed} 笔款项")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        faults.Division(request.Pool, "pool");
        var ids = request.PayableIds.Select(id => faults.Id(id, "payable_ids", PaymentErrors.PayableId)).Distinct().ToArray();
        faults.ThrowIfAny();
        return (request.From?.ToDay() ?? today, ids);
    }

    private static Grpc.Core.RpcException NotPublished(DateOnly from) => RpcErrors.FailedPrecondition(
        "CALENDAR_NOT_PUBLISHED", $"{from.Year}年后的节假日安排尚未载入，不能计算公示截止日");

    private static Publicity Answer(StoredPublicity publicity, long openObjections) => new()
    {
        PublicityId = publicity.Id.ToString(),
        Title = publicity.Title,
        Pool = publicity.Pool,
        From = publicity.From.ToContract(),
        To = publicity.To.ToContract(),
        Payables = publicity.Payables,
        AmountFen = publicity.AmountFen,
        OpenObjections = openObjections,
        WorkingDays = publicity.WorkingDays,
        TermSource = publicity.TermSource,
    };
}
