using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What loans.repeat looks at (再次申请的事实): a borrower who had such a loan. What is left out is unproven.</summary>
public sealed record RepeatLoanFacts : IFacts
{
    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>Loans of this kind so far (已获贷款次数).</summary>
    public Fact<int> PriorLoans { get; init => field = value.Named("prior_loans"); } = Fact.Unproven<int>("prior_loans");

    /// <summary>All of them are repaid (已还款).</summary>
    public Fact<bool> Repaid { get; init => field = value.Named("repaid"); } = Fact.Unproven<bool>("repaid");

    /// <summary>All of them were repaid in time (按时还清).</summary>
    public Fact<bool> RepaidInTime { get; init => field = value.Named("repaid_in_time"); } = Fact.Unproven<bool>("repaid_in_time");

    /// <summary>Repays readily, employs many, has a good project (还款积极、带动就业能力强、创业项目好): as the guarantor found.</summary>
    public Fact<bool> WellRated { get; init => field = value.Named("well_rated"); } = Fact.Unproven<bool>("well_rated");

    /// <summary>Came into difficulty in the epidemic (在疫情期间出现经营困难).</summary>
    public Fact<bool> HitByEpidemic { get; init => field = value.Named("hit_by_epidemic"); } = Fact.Unproven<bool>("hit_by_epidemic");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RepeatLoanFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        PriorLoans = given.Count("prior_loans"),
        Repaid = given.Truth("repaid"),
        RepaidInTime = given.Truth("repaid_in_time"),
        WellRated = given.Truth("well_rated"),
        HitByEpidemic = given.Truth("hit_by_epidemic"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [Borrower.Recorded, PriorLoans.Recorded, Repaid.Recorded, RepaidInTime.Recorded, WellRated.Recorded, HitByEpidemic.Recorded];
}

/// <summary>May someone who had such a loan be guaranteed and subsidised again (再次申请创业担保贷款)?</summary>
/// <remarks>Pure. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class RepeatLoan
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.repeat";

    private static readonly Parameter<int> Times = Parameter.Count("loans.repeat_times", Unit.Times);
    private static readonly Parameter<bool> WellRated = Parameter.Rule("loans.repeat_well_rated");
    private static readonly Parameter<bool> HitByEpidemic = Parameter.Rule("loans.repeat_hit_by_epidemic");
    private static readonly Parameter<DateOnly> EpidemicLastDay = Parameter.Day("loans.personal_added_last_day");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(RepeatLoanFacts facts, PolicyContext policy)
    {
        var (times, wellRated, hit, lastDay) = (policy.Get(Times), policy.Get(WellRated), policy.Get(HitByEpidemic), policy.Get(EpidemicLastDay));
        var grounds = new List<Finding>(2);
        if (wellRated.IsSet)
        {
            // 27号 第九条  对还款积极、带动就业能力强、创业项目好的借款个人和企业，还款后可继续提供贷款担保和贴息
            grounds.Add(new(wellRated.Clause, Proposition.All(facts.Repaid.Is(true), facts.WellRated.Is(true)), wellRated.Use));
        }

        if (hit.IsSet)
        {
            // 25号 一(一)、21号 一(一)  对已享受创业担保贷款贴息政策且已按时还清贷款的个人，在疫情期间出现经营困难的，可再次申请创业担保贷款
            var inDifficulty = Proposition.All(facts.Borrower.Is(BorrowerKind.Personal), facts.RepaidInTime.Is(true), facts.HitByEpidemic.Is(true), DecisionDay.Of(policy).AtMost(lastDay));
            grounds.Add(new(hit.Clause, inDifficulty, hit.Use));
        }

        return Decision.On(Name, facts, policy)
            .WhenAnyOf(wellRated.IsSet ? wellRated : hit, grounds)

            // 27号 第九条  但累计次数不得超过3次
            .AndIf(times.IsSet, times, facts.PriorLoans.Below(times))
            .Grant();
    }
}
