using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Features.Screenings;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Refunds.OpenRecoveries;

/// <summary>Asks back what firms drew beyond what a later screening makes them due (追回), 26号 四(三) 多退少补; all in one transaction.</summary>
/// <remarks>
/// A firm is asked for what it holds too much now, less what it was asked for before: so two calls at once, in line, open one
/// recovery, and a repeat opens none.
/// </remarks>
internal sealed class OpenRecoveriesHandler(
    StabilizationDbContext database, GrantedFirms granted, HeldCases held, NewRefundCases newCases, RefundCommit commit, ParameterSet parameters, TimeProvider time)
{
    public async Task<OpenRecoveriesResponse> HandleAsync(OpenRecoveriesRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        var earlier = await granted.ScreeningAsync(request.EarlierScreeningId, "earlier_screening_id", caller, cancellation);
        var later = await granted.ScreeningAsync(request.LaterScreeningId, "later_screening_id", caller, cancellation);
        ScreeningQueries.DemandLater(earlier, later, "later_screening_id", "追回应依据前次筛查之后、同一年度、同一返还类别的筛查批次，请重新筛查后办理");
        if (await commit.FindAsync<OpenRecoveriesResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var answer = new OpenRecoveriesResponse();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await newCases.OneAtATimeAsync(cancellation);
        var reassessment = new Reassessment(parameters, earlier, later);
        var after = 0L;
        while (await held.ReadAsync(earlier, later, after, cancellation) is { Count: > 0 } firms)
        {
            after = firms[^1].FirmId;
            await AskAsync(firms, reassessment, later, by, answer, cancellation);
            database.ChangeTracker.Clear();
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private async Task AskAsync(
        IReadOnlyList<FirmHolding> firms, Reassessment reassessment, StoredScreening later, HandledBy by, OpenRecoveriesResponse answer, CancellationToken cancellation)
    {
        var changes = new List<RecoveryChange>();
        foreach (var firm in firms)
        {
            var balance = reassessment.Balance(firm.Later, reassessment.Earlier(firm.Earlier), firm.Position);
            if (balance.Change == RefundChange.Unestablished)
            {
                answer.NotEstablished++;
                continue;
            }

            changes.AddRange(RecoveryDemand.Of(firm, balance, answer));
        }

        changes.ForEach(change => change.Apply(later));
        var counts = await newCases.StepCountsAsync([.. changes.Select(change => change.Case.Id)], cancellation);
        await database.SaveChangesAsync(cancellation);
        await newCases.StepAsync(
            [.. changes.Select(change => RefundSteps.Of(change.Case.Id, change.Case.State, by, counts.GetValueOrDefault(change.Case.Id) + 1, change.Note(later)))],
            cancellation);
    }
}
