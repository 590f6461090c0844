using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>The share that a firm of one size and group is refunded, and how it was found (适用比例).</summary>
/// <param name="Rule">The document that gives the share; when it is not known, the one that asks for what is missing.</param>
/// <param name="Grounds">Every share of the region, highest first, with its answer.</param>
/// <param name="Open">What is missing to know the share; null when it is known.</param>
/// <param name="Share">The share; zero while it is not known.</param>
/// <param name="IsRaised">Whether it is the raised share of small and medium firms.</param>
internal sealed record RefundRate(IDated Rule, Finding[] Grounds, Proposition? Open, Rate Share, bool IsRaised)
{
    /// <summary>Whether the share is known.</summary>
    public bool IsKnown => Open is null;

    /// <summary>Answers the clause of the share; the others stand beside it in the trace.</summary>
    public Examination Answer(Examination examined) =>
        Open is { } open ? examined.And(Rule, open)
        : Grounds.Length == 1 ? examined.And(Rule, Grounds[0].Proposition)
        : examined.WhenAnyOf(Rule, Grounds);
}

/// <summary>The shares of a region and day for every size and group (返还比例): of several the most favourable applies.</summary>
/// <remarks>There are few combinations, so that a batch finds each once and keeps it.</remarks>
internal sealed class RefundRates
{
    private static readonly int Sizes = Enum.GetValues<FirmSize>().Length + 1;
    private static readonly int Priorities = Enum.GetValues<RefundPriority>().Length + 1;
    private static readonly Proposition OfAnyFirm = Fact.Known("kind", RefundKind.General).IsEstablished();

    private readonly PolicyContext policy;
    private readonly Dated<Rate> ordinary;
    private readonly Dated<bool> leftOpen;
    private readonly RefundRate?[] known = new RefundRate?[Sizes * Priorities];

    public RefundRates(PolicyContext policy)
    {
        this.policy = policy;
        var printed = policy.Get(RefundParameters.BaseRate);
        ordinary = printed.IsSet ? printed : policy.Get(RefundParameters.SetRate);
        leftOpen = policy.Get(RefundParameters.LeftOpen);
    }

    /// <summary>The share; a fact that could change it must be known.</summary>
    public RefundRate For(Fact<FirmSize> size, Fact<RefundPriority> priority) =>
        known[((size.IsProven ? (int)size.Value : 0) * Priorities) + (priority.IsProven ? (int)priority.Value : 0)] ??= Find(size, priority);

    private RefundRate Find(Fact<FirmSize> size, Fact<RefundPriority> priority)
    {
        var candidates = Candidates(size, priority);
        var grounds = candidates.Select(one => new Finding(one.Rate.Clause, one.Holds, one.Rate.Use)).ToArray();
        foreach (var (rate, holds, isRaised) in candidates.Where(one => one.Holds.Answer != Answer.NotMet))
        {
            return holds.Answer == Answer.Met
                ? new(rate, grounds, null, rate.Value, isRaised)
                : new(rate, grounds, holds, default, isRaised);
        }

        // No document prints a share for this firm: it is the city's to set.
        IDated asks = leftOpen.IsSet ? leftOpen : ordinary;
        return new(asks, grounds, Proposition.Unproven(ordinary.Name, ordinary.Use), default, false);
    }

    private List<(Dated<Rate> Rate, Proposition Holds, bool IsRaised)> Candidates(Fact<FirmSize> size, Fact<RefundPriority> priority)
    {
        var all = new List<(Dated<Rate> Rate, Proposition Holds, bool IsRaised)>
        {
            // 63号 二(一)1  将中小微企业稳岗返还标准提高至企业及其职工上年度缴纳失业保险费的100%
            // 邢南政发〔2020〕1号 (二)  对不裁员或少裁员的中小微企业,返还标准最高可提至…100%
            (policy.Get(RefundParameters.RaisedRate), size.OneOf(policy.Get(RefundParameters.RaisedSizes)), true),

            // 济政发〔2020〕1号 6  实施化解过剩产能的…企业…返还…70%
            (policy.Get(RefundParameters.OvercapacityRate), priority.Is(RefundPriority.Overcapacity), false),

            // 济政发〔2020〕1号 6  省、市重点项目和新旧动能转换优选项目建设企业返还…60%
            (policy.Get(RefundParameters.KeyProjectRate), priority.Is(RefundPriority.KeyProject), false),

            // 26号 二(一)  对不裁员或少裁员的参保企业，可返还其上年度单位及其职工实际缴纳失业保险费的50%
            (ordinary, OfAnyFirm, false),
        };
        return [.. all.Where(one => one.Rate.IsSet).OrderByDescending(one => one.Rate.Value)];
    }
}
