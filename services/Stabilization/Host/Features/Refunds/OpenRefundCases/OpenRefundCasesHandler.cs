using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;
using RefundCase = Wenye.Stabilization.Data.RefundCase;
using RefundKind = Wenye.Contracts.Stabilization.V1.RefundKind;

namespace Wenye.Stabilization.Features.Refunds.OpenRefundCases;

/// <summary>Makes a case for every firm that a finished screening granted (生成返还名单), all in one transaction.</summary>
internal sealed class OpenRefundCasesHandler(
    StabilizationDbContext database, GrantedFirms granted, NewRefundCases newCases, RefundCommit commit, TimeProvider time)
{
    public async Task<OpenRefundCasesResponse> HandleAsync(OpenRefundCasesRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        var screening = await granted.ScreeningAsync(request.ScreeningId, "screening_id", caller, cancellation);
        if (await commit.FindAsync<OpenRefundCasesResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var answer = new OpenRefundCasesResponse();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await newCases.OneAtATimeAsync(cancellation);
        await foreach (var firms in granted.ReadAsync(screening, cancellation))
        {
            await OpenAsync(screening, firms, by, answer, cancellation);
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private async Task OpenAsync(
        StoredScreening screening, IReadOnlyList<GrantedFirm> firms, HandledBy by, OpenRefundCasesResponse answer, CancellationToken cancellation)
    {
        var ids = firms.Select(one => one.Firm.Id).ToArray();
        var year = screening.AsOf.Year;
        var kind = (RefundKind)screening.Kind;
        var drawn = await database.PositionsAsync(ids, screening, cancellation);
        var owed = await database.OwedAsync(ids, year, cancellation);
        var open = await database.RefundCases
            .Where(r => ids.Contains(r.FirmId) && r.Year == year && r.Kind == kind && RefundTables.Open.Contains(r.State))
            .ToDictionaryAsync(r => r.FirmId, cancellation);

        // What a firm drew after it was screened would be paid again: it is screened anew instead.
        var current = firms.Where(one => (drawn.GetValueOrDefault(one.Firm.Id) is { } held ? held.General + held.Difficult : 0) == DrawnWhenScreened(one.Facts).Fen).ToList();
        answer.Outdated += firms.Count - current.Count;
        var fresh = current.Where(one => !open.ContainsKey(one.Firm.Id)).Select(one => (Case: NewCase(screening, one, owed.GetValueOrDefault(one.Firm.Id)), one.Firm)).ToList();
        await newCases.StoreAsync(fresh, needsPublicity: _ => false, by, cancellation);
        answer.Opened += fresh.Count;
        answer.AmountFen += fresh.Sum(one => one.Case.AmountFen);
        answer.PayableAtOnce += fresh.Count(one => one.Case.State == RefundState.Payable);

        var known = current.Where(one => open.ContainsKey(one.Firm.Id)).Select(one => (open[one.Firm.Id], one)).ToList();
        answer.AlreadyOpen += known.Count;
        await TakeOverAsync(screening, known, owed, by, cancellation);
    }

    // A later screening takes over a case that is on its way: what the firm confirmed stands, the amount is the later one.
    private async Task TakeOverAsync(
        StoredScreening screening, IReadOnlyList<(RefundCase Case, GrantedFirm Firm)> known, IReadOnlyDictionary<long, long> owed, HandledBy by, CancellationToken cancellation)
    {
        var changed = known.Where(one => one.Case.ScreeningId != screening.Id).ToList();
        var counts = await newCases.StepCountsAsync([.. changed.Select(one => one.Case.Id)], cancellation);
        foreach (var (refund, firm) in changed)
        {
            refund.ScreeningId = screening.Id;
            refund.AmountFen = firm.Grant.Amount.Fen;
            refund.DeductedFen = firm.Grant.Recovered.Fen;
            refund.SetOffFen = SetOff(firm, owed.GetValueOrDefault(firm.Firm.Id));
            refund.TopUp = firm.Grant.Path == RefundPath.TopUp;
        }

        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
        await newCases.StepAsync(
            [.. changed.Select(one => RefundSteps.Of(one.Case.Id, one.Case.State, by, counts.GetValueOrDefault(one.Case.Id) + 1, "按新的筛查结果更新金额"))],
            cancellation);
    }

    private static Money DrawnWhenScreened(RefundFacts facts) =>
        facts is { Drawn: { IsProven: true, Value: not RefundDrawn.None }, AlreadyPaid.IsProven: true } ? facts.AlreadyPaid.Value : Money.Zero;

    // What is kept back pays what was asked back here first; the rest is the office's whose data said so.
    private static long SetOff(GrantedFirm firm, long owedFen) => Math.Min(firm.Grant.Recovered.Fen, owedFen);

    private static RefundCase NewCase(StoredScreening screening, GrantedFirm firm, long owedFen) => new()
    {
        Id = Guid.CreateVersion7(),
        ScreeningId = screening.Id,
        FirmId = firm.Firm.Id,
        Division = firm.Result.Division,
        Kind = (RefundKind)screening.Kind,
        Year = screening.AsOf.Year,
        AmountFen = firm.Grant.Amount.Fen,
        DeductedFen = firm.Grant.Recovered.Fen,
        SetOffFen = SetOff(firm, owedFen),
        TopUp = firm.Grant.Path == RefundPath.TopUp,

        // 63号 附件 一(一)4  不再公示，直接拨付提高标准部分资金; 辽政办发〔2020〕25号 (五)  免申领直接拨付返还资金
        State = firm.Grant.Path is RefundPath.TopUp or RefundPath.WithoutApplication ? RefundState.Payable : RefundState.Listed,
    };
}
