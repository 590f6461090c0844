using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>Several months claimed at once (集中申领), each decided by itself.</summary>
/// <param name="Months">The decisions, in order of month.</param>
public sealed record WorkTrainingClaim(IReadOnlyList<Decision<WorkTrainingGrant>> Months)
{
    /// <summary>Yuan payable for all months granted (合计).</summary>
    public Money Total => Months.Aggregate(Money.Zero, (sum, month) => sum + (month.Result?.Amount ?? Money.Zero));

    /// <summary>Decides the months one after the other (逐月认定): months and money granted count against the later ones.</summary>
    /// <remarks>
    /// 78号 三  企业可逐月申领，也可集中申领. The earliest months come first; a firm that prefers others claims only those.
    /// A month that is refused or incomplete uses up nothing: completed later, it is decided with what is left then.
    /// </remarks>
    /// <param name="months">Facts of each month; months used and money paid as they were before this claim.</param>
    /// <param name="policy">Where and when.</param>
    /// <exception cref="ArgumentException">A month is unknown or claimed twice.</exception>
    public static WorkTrainingClaim Decide(IReadOnlyList<WorkTrainingFacts> months, PolicyContext policy)
    {
        if (months.Any(one => !one.Month.IsProven) || months.DistinctBy(one => one.Month.Value).Count() != months.Count)
        {
            throw new ArgumentException("A claim names each of its months, and none twice.", nameof(months));
        }

        var decisions = new List<Decision<WorkTrainingGrant>>(months.Count);
        var newMonths = 0;
        var paidInDifficulty = Money.Zero;
        foreach (var month in months.OrderBy(one => one.Month.Value))
        {
            var decision = MonthlyWorkTraining.Decide(After(month, newMonths, paidInDifficulty), policy);
            decisions.Add(decision);
            if (decision.Result is { } grant)
            {
                newMonths += month.PaidThisMonth is { IsProven: true } paid && paid.Value > Money.Zero ? 0 : 1;
                paidInDifficulty += month.Kind.Value == WorkTrainingKind.Difficult ? grant.Amount : Money.Zero;
            }
        }

        return new(decisions);
    }

    private static WorkTrainingFacts After(WorkTrainingFacts month, int newMonths, Money paidInDifficulty) => month with
    {
        MonthsUsed = month.MonthsUsed.Map(used => used + newMonths),
        PaidBefore = month.PaidBefore.Map(paid => paid + paidInDifficulty),
    };
}
