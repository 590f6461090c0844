using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.EnterpriseSizes;
using Wenye.Stabilization.Domain.Refunds;
using RefundKind = Wenye.Stabilization.Domain.Refunds.RefundKind;

namespace Wenye.Stabilization.Data;

/// <summary>What all firms of a pool or county have in common for refunds of a kind and day (统筹地区数据), and the facts made with it.</summary>
/// <remarks>Read once a run and free to share. How each fact is made: docs/decisions/0043-firm-data.md.</remarks>
internal sealed class RefundBasis
{
    private readonly RefundKind kind;
    private readonly DateOnly asOf;
    private readonly Dictionary<string, PoolBasis> pools;
    private readonly Dictionary<string, Money> benefits;

    private RefundBasis(RefundKind kind, DateOnly asOf, Dictionary<string, PoolBasis> pools, Dictionary<string, Money> benefits) =>
        (this.kind, this.asOf, this.pools, this.benefits) = (kind, asOf, pools, benefits);

    /// <summary>Reads what is known of the pools of these codes (载入).</summary>
    public static async Task<RefundBasis> LoadAsync(
        StabilizationDbContext database, ParameterSet parameters, RefundKind kind, DateOnly asOf, string firstPool, string lastPool, CancellationToken cancellation)
    {
        var lastYear = asOf.Year - 1;
        var codes = await database.Set<Firm>().Where(firm => firm.Pool.CompareTo(firstPool) >= 0 && firm.Pool.CompareTo(lastPool) <= 0)
            .Select(firm => firm.Pool).Distinct().ToListAsync(cancellation);
        var feeds = await database.Set<CompleteFeed>().AsNoTracking().Where(feed => feed.Year == lastYear || feed.Year == asOf.Year).ToListAsync(cancellation);
        var funds = await database.Set<PoolFund>().AsNoTracking().Where(fund => fund.Month >= new DateOnly(lastYear, 1, 1) && fund.Month <= asOf).ToListAsync(cancellation);
        var ofPools = codes.ToDictionary(pool => pool, pool => BasisOf(pool, parameters.At(Division.Parse(pool), asOf), funds, feeds), StringComparer.Ordinal);

        // 26号 三(一)  上年末企业参加失业保险所在县（市、区）月失业保险金标准
        var yearEnd = new DateOnly(lastYear, 12, 31);
        var standards = await database.Set<BenefitStandard>().AsNoTracking().Where(standard => standard.From <= yearEnd).ToListAsync(cancellation);
        var ofCounties = standards.GroupBy(standard => standard.Division, StringComparer.Ordinal)
            .ToDictionary(county => county.Key, county => Money.FromFen(county.MaxBy(standard => standard.From)!.MonthlyFen), StringComparer.Ordinal);
        return new(kind, asOf, ofPools, ofCounties);
    }

    /// <summary>The facts of stabilization.refund of a firm (返还事实): what is not established is unproven.</summary>
    public RefundFacts Facts(in RefundRow firm)
    {
        var pool = pools.GetValueOrDefault(firm.Pool);
        var months = new ContributionMonths(firm, asOf);
        var difficult = kind == RefundKind.Difficult;
        var drawn = DrawnOf(firm, pool);
        return new()
        {
            Kind = kind,
            Contributions = months.LastYearIsComplete ? Money.FromFen(firm.TotalPaidFen) : default(Fact<Money>),
            MonthsContributed = Fact.From(months.Contributed(pool?.MonthsAsked)),
            FullyPaid = Fact.From(months.FullyPaid),
            Insured = Fact.From(months.InsuredAtYearEnd),
            LaidOff = pool is { ReductionsAreComplete: true } ? firm.LaidOff : default(Fact<int>),
            IndustryPolicyOk = Fact.From(firm.IndustryPolicyOk),
            Size = Fact.From(SizeOf(firm, pool)),
            FundMonths = Fact.From(pool?.FundMonths),
            LossMaking = difficult ? Fact.From(MadeLosses(firm.Accounts2018, firm.Accounts2019)) : default,
            DebtRatio = difficult ? Fact.From(Ratio(firm.Accounts2019?.LiabilitiesFen, firm.Accounts2019?.AssetsFen)) : default,
            RevenueDrop = difficult ? Fact.From(Ratio(firm.Accounts2018?.RevenueFen - firm.Accounts2019?.RevenueFen, firm.Accounts2018?.RevenueFen)) : default,
            CountyBenefit = difficult ? Fact.From(BenefitOf(firm)) : default,
            Unsound = Fact.From(firm.Unsound),
            Drawn = Fact.From(drawn),
            AlreadyPaid = drawn is null ? default(Fact<Money>) : Money.FromFen(firm.GeneralFen),
            ToRecover = firm.ToRecoverFen is { } fen ? Money.FromFen(fen) : default(Fact<Money>),
            Priority = firm.Priority == 0 ? default(Fact<RefundPriority>) : (RefundPriority)firm.Priority,
        };
    }

    private static PoolBasis BasisOf(string pool, PolicyContext policy, List<PoolFund> funds, List<CompleteFeed> feeds)
    {
        // 63号 二(一)4  备付能力不足…的次月起，停止执行
        var month = FundMonths.GoverningMonth(policy).FirstDay;
        bool IsComplete(int year, Feed kind) => feeds.Exists(feed => feed.Pool == pool && feed.Year == year && feed.Feed == (short)kind);
        return new(
            policy,
            funds.Find(fund => fund.Pool == pool && fund.Month == month)?.MonthsCovered,
            IsComplete(policy.AsOf.Year - 1, Feed.Reductions),
            IsComplete(policy.AsOf.Year, Feed.PastRefunds),
            Refund.MonthsAsked(policy));
    }

    private static RefundDrawn? DrawnOf(in RefundRow firm, PoolBasis? pool) =>
        firm.DifficultFen > 0 ? RefundDrawn.Difficult
        : firm.GeneralFen > 0 ? RefundDrawn.General
        : pool is { PastRefundsAreComplete: true } ? RefundDrawn.None
        : null;

    // 26号 三(二)1  2018年和2019年出现亏损: in both; a year without loss settles it, whatever the other was.
    private static bool? MadeLosses(Accounts? first, Accounts? second) =>
        first is { ProfitFen: >= 0 } || second is { ProfitFen: >= 0 } ? false
        : first is null || second is null ? null
        : true;

    private static decimal? Ratio(long? part, long? whole) => part is { } some && whole is { } all and > 0 ? (decimal)some / all : null;

    private static FirmSize? SizeOf(in RefundRow firm, PoolBasis? pool) => pool is null
        ? null
        : EnterpriseSize.Of(firm.Industry, Fact.From<decimal>(firm.Employees), TenThousandYuan(firm.RevenueFen), TenThousandYuan(firm.AssetsFen), pool.Policy);

    private static Fact<decimal> TenThousandYuan(long? fen) => Fact.From(fen / 1_000_000m);

    // The county's own standard, or the one its city set for all.
    private Money? BenefitOf(in RefundRow firm) =>
        benefits.TryGetValue(firm.Division, out var county) ? county : benefits.TryGetValue(firm.Pool, out var city) ? city : null;

    private sealed record PoolBasis(PolicyContext Policy, decimal? FundMonths, bool ReductionsAreComplete, bool PastRefundsAreComplete, int? MonthsAsked);
}
