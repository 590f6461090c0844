using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;
using RefundCase = Wenye.Stabilization.Data.RefundCase;
using RefundStep = Wenye.Stabilization.Data.RefundStep;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Stores many cases at once (成批立案), in the context's open transaction.</summary>
internal sealed class NewRefundCases(StabilizationDbContext database, RefundPayables payables)
{
    // Names the lock under which cases are opened, so that two lists at once see each other's.
    private const long OpeningLock = 0x7265_6675_6e64;

    /// <summary>Waits for others that open cases (排队); the transaction's end lets the next one in.</summary>
    public Task OneAtATimeAsync(CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OpeningLock})", cancellation);

    /// <summary>Stores new cases with their steps; those in a state of payment become payable first.</summary>
    /// <param name="cases">New, each with its firm.</param>
    /// <param name="needsPublicity">Of those that become payable: whether the list is made public first.</param>
    /// <param name="by">Who handles it.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task StoreAsync(
        IReadOnlyList<(RefundCase Case, Firm Firm)> cases, Func<RefundCase, bool> needsPublicity, HandledBy by, CancellationToken cancellation)
    {
        await payables.AddAsync([.. cases.Where(one => one.Case.State is RefundState.Payable or RefundState.Prepaid)], needsPublicity, by, cancellation);
        var transaction = (NpgsqlTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        await new RowTable<RefundCase>(database.Model).CopyAsync(transaction.Connection!, [.. cases.Select(one => one.Case)], cancellation);
        await StepAsync([.. cases.Select(one => RefundSteps.Of(one.Case.Id, one.Case.State, by, sequence: 1))], cancellation);
    }

    /// <summary>Appends a step to each of several cases (追加环节).</summary>
    public async Task StepAsync(IReadOnlyList<RefundStep> steps, CancellationToken cancellation)
    {
        var transaction = (NpgsqlTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        await new RowTable<RefundStep>(database.Model).CopyAsync(transaction.Connection!, steps, cancellation);
    }

    /// <summary>How many steps each case has (环节数), to number the next.</summary>
    public Task<Dictionary<Guid, int>> StepCountsAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancellation) =>
        database.Set<RefundStep>().Where(step => cases.Contains(step.CaseId)).GroupBy(step => step.CaseId)
            .Select(steps => new { steps.Key, Count = steps.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
}
