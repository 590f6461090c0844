using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Payments.Data;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>What a firm's other claims hold (企业其他申领已占用的月份和金额), as facts of a month.</summary>
/// <remarks>
/// A claim holds what it is granted from the day it is made, reviewed or not; withdrawn, or with its payment dropped or taken
/// back, it holds nothing. A month that lacks material holds its kind, no money. Read under the firm's lock.
/// </remarks>
internal sealed class FirmHoldings
{
    private readonly IReadOnlyList<HeldMonth> held;

    private FirmHoldings(IReadOnlyList<HeldMonth> held) => this.held = held;

    /// <summary>Months already granted to the firm, of either kind (已享受月数); a month granted twice is one.</summary>
    public int MonthsUsed => held.Where(month => month.AmountFen > 0).DistinctBy(month => month.Month).Count();

    /// <summary>Granted under kind difficult (困难企业已享受金额).</summary>
    public Money PaidInDifficulty => Money.FromFen(held.Where(month => month.Kind == WorkTrainingKind.Difficult).Sum(month => month.AmountFen));

    /// <summary>Reads the live claims of a firm but one (读取).</summary>
    public static async Task<FirmHoldings> OfOthersAsync(StabilizationDbContext database, long firmId, Guid except, CancellationToken cancellation)
    {
        var months =
            from claim in Live(database)
            where claim.FirmId == firmId && claim.Id != except
            from month in claim.Months
            where month.Outcome != Outcome.Refused
            select new HeldMonth(claim.Kind, month.Month, month.AmountFen);
        return new(await months.ToListAsync(cancellation));
    }

    /// <summary>Claims that hold what they were granted (有效申领).</summary>
    public static IQueryable<TrainingClaim> Live(StabilizationDbContext database) => database.Set<TrainingClaim>().AsNoTracking()
        .Where(claim => claim.State != ClaimState.Withdrawn
            && !database.Set<StoredPayable>().Any(payable => payable.Id == claim.PayableId
                && (payable.State == PayableState.Dropped || payable.State == PayableState.Recovered)));

    /// <summary>What the month was granted in this kind (本月已领金额); unproven, which a first claim states, when nothing.</summary>
    public Fact<Money> PaidThisMonth(WorkTrainingKind kind, DateOnly month) =>
        held.Where(one => one.Kind == kind && one.Month == month).Sum(one => one.AmountFen) is > 0 and var fen ? Money.FromFen(fen) : default(Fact<Money>);

    /// <summary>Whether the other kind is claimed for the month (同月已申请另一类).</summary>
    public bool ClaimsOtherKind(WorkTrainingKind kind, DateOnly month) => held.Any(one => one.Kind != kind && one.Month == month);

    private sealed record HeldMonth(WorkTrainingKind Kind, DateOnly Month, long AmountFen);
}
