using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Verification;
using Wenye.Statistics.Features.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.Verification.ResolveDoubt;

/// <summary>Settles a doubt (核实结果): the record's mark follows, and the figure with it.</summary>
internal sealed class ResolveDoubtHandler(StatisticsDbContext database, HandledRequests requests, TimeProvider time)
{
    private const int LongestNote = 200;

    public async Task<ResolveDoubtResponse> HandleAsync(ResolveDoubtRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Validate(request);
        var known = await database.Set<DoubtfulRecord>().AsNoTracking().SingleOrDefaultAsync(one => one.EmploymentId == id, cancellation);
        if (known is null || !caller.MaySee(known.Division))
        {
            throw Doubts.NotFound();
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

        // The mark as imports take it, then the person, then the doubt: a batch that judges the person holds them when it comes to their doubts.
        await database.HoldMarkAsync(id, cancellation);
        await database.AskToJudgeAsync([known.PersonId], cancellation);
        var doubt = await database.Set<DoubtfulRecord>().FromSql($"SELECT * FROM record_doubt WHERE employment_id = {id} FOR UPDATE").SingleAsync(cancellation);
        if (await requests.FindAsync<ResolveDoubtResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (doubt.State != DoubtfulRecord.Open && doubt.State != Term<DoubtState>.Text(DoubtState.Unverifiable))
        {
            throw Doubts.Settled();
        }

        await MarkAsync(doubt, request, caller, cancellation);
        (doubt.State, doubt.Steps) = (Term<DoubtState>.Text(request.Outcome), doubt.Steps + 1);
        database.Add(DoubtQueue.StepOf(doubt).By(doubt.Steps, HandledBy.Of(request.Handling, caller, time), request.Note));
        var answer = new ResolveDoubtResponse { Doubt = doubt.ToContract(await database.VerdictAsync(id, cancellation)) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static Guid Validate(ResolveDoubtRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.EmploymentId, "employment_id", Doubts.NoId);
        faults.Demand(
                request.Outcome is DoubtState.Confirmed or DoubtState.Untrue or DoubtState.Unverifiable or DoubtState.HandlingError,
                "outcome", "请选择核实属实、不属实、无法核实或业务经办错误")
            .Text(request.Note, "note", LongestNote)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return id;
    }

    // What was verified before stays verified.
    private async Task MarkAsync(DoubtfulRecord doubt, ResolveDoubtRequest request, Caller caller, CancellationToken cancellation)
    {
        var before = await database.Set<RecordMark>().AsNoTracking().Where(mark => mark.EmploymentId == doubt.EmploymentId).Select(mark => mark.Covered).SingleOrDefaultAsync(cancellation);
        var covered = DoubtTerms.Write([.. DoubtTerms.Read(before ?? ""), .. DoubtTerms.Read(doubt.Kinds)]);
        var isOut = request.Outcome is DoubtState.Untrue or DoubtState.Unverifiable;
        await database.MarkAsync(
            doubt.EmploymentId, isOut, request.Outcome == DoubtState.HandlingError ? true : null, covered, request.Note, caller.Agency, cancellation);
    }
}
