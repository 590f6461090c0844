using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.PublicLists;

/// <summary>Objections to public lists (公示异议): while one is open the payable waits, one that is right drops it.</summary>
public sealed class Objections(ServiceDbContext database, OnceCalls calls, OneMove move, TimeProvider time)
{
    private const int LongestText = 1000;

    /// <summary>Records an objection (提出异议), on the days of publicity.</summary>
    public Task<RaiseObjectionResponse> RaiseAsync(RaiseObjectionRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(PaymentText.Fits(request.Text, LongestText), "text", $"异议内容应为 1 至 {LongestText} 个字符").Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var id = faults.Id(request.PayableId, "payable_id", PaymentErrors.PayableId);
        faults.ThrowIfAny();
        return calls.RunAsync(caller, request.RequestId, request, () => RaiseAsync(id, request.Text, caller, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    /// <summary>Records what the inquiry found (异议核查).</summary>
    public Task<ResolveObjectionResponse> ResolveAsync(ResolveObjectionRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(PaymentText.Fits(request.Finding, LongestText), "finding", $"核查结论应为 1 至 {LongestText} 个字符").Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var id = faults.Id(request.ObjectionId, "objection_id", "异议标识应为本平台给出的 UUID");
        faults.ThrowIfAny();
        return calls.RunAsync(caller, request.RequestId, request, () => ResolveAsync(id, request, caller, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    private async Task<RaiseObjectionResponse> RaiseAsync(Guid id, string text, Caller caller, HandledBy by, CancellationToken cancellation)
    {
        var payable = await database.LockPayableAsync(id, caller, cancellation);
        var publicity = await database.Set<StoredPublicity>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == payable.PublicityId, cancellation);
        var today = ChinaTime.DayOf(by.At);
        if (payable.State is not (PayableState.Publicised or PayableState.Objected) || publicity is null || today < publicity.From || today > publicity.To)
        {
            throw RpcErrors.FailedPrecondition("NOT_PUBLIC", "该款项不在公示期内，不能提出公示异议");
        }

        var objection = new StoredObjection { Id = Guid.CreateVersion7(), PayableId = id, Text = text, RaisedAt = by.At };
        database.Add(objection);
        await move.ToAsync(payable, PayableState.Objected, by, note: null, cancellation);
        return new RaiseObjectionResponse { Objection = Answer(objection) };
    }

    private async Task<ResolveObjectionResponse> ResolveAsync(
        Guid id, ResolveObjectionRequest request, Caller caller, HandledBy by, CancellationToken cancellation)
    {
        var payableId = await database.Set<StoredObjection>().Where(o => o.Id == id).Select(o => (Guid?)o.PayableId).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("OBJECTION_NOT_FOUND", "没有这项异议，请核对异议标识");
        var payable = await database.LockPayableAsync(payableId, caller, cancellation);
        var all = await database.Set<StoredObjection>().Where(o => o.PayableId == payableId).ToListAsync(cancellation);
        var objection = all.Single(o => o.Id == id);
        if (objection.Upheld is not null)
        {
            throw RpcErrors.FailedPrecondition("OBJECTION_RESOLVED", "该异议已有核查结论，不能再次填写");
        }

        (objection.Upheld, objection.Finding, objection.ResolvedAt) = (request.Upheld, request.Finding, by.At);
        if (payable.State == PayableState.Objected && (request.Upheld || all.TrueForAll(o => o.Upheld is not null)))
        {
            await move.ToAsync(payable, request.Upheld ? PayableState.Dropped : PayableState.Publicised, by, note: null, cancellation);
        }

        return new ResolveObjectionResponse { Objection = Answer(objection), Payable = (await database.PayableAsync(payableId, cancellation)).ToContract() };
    }

    private static Objection Answer(StoredObjection objection)
    {
        var answer = new Objection
        {
            ObjectionId = objection.Id.ToString(),
            PayableId = objection.PayableId.ToString(),
            Text = objection.Text,
            RaisedAt = objection.RaisedAt.ToTimestamp(),
            Finding = objection.Finding ?? "",
        };
        if (objection.Upheld is { } upheld)
        {
            answer.Upheld = upheld;
        }

        return answer;
    }
}
