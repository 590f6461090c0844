using Wenye.Loans.Domain.Borrowers;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>What loans.quarterly_check looks at (贴息资格审核的事实): one borrower of a bank's claim. What is left out is unproven.</summary>
public sealed record QuarterlyCheckFacts : IFacts
{
    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>Took up work elsewhere after the loan (贷款后有其他单位就业).</summary>
    public Fact<bool> EmployedElsewhereSince { get; init => field = value.Named("employed_elsewhere_since"); } = Fact.Unproven<bool>("employed_elsewhere_since");

    /// <summary>The business failed in the meantime; asked for only of those who work elsewhere (期间创业失败人员).</summary>
    public Fact<bool> BusinessFailed { get; init => field = value.Named("business_failed"); } = Fact.Unproven<bool>("business_failed");

    /// <summary>Qualifying people taken on who are still there (仍在职的符合条件人数).</summary>
    public Fact<int> HiresKept { get; init => field = value.Named("hires_kept"); } = Fact.Unproven<int>("hires_kept");

    /// <summary>People the loan required when it was granted: required_hires of loans.enterprise (贷款资格要求的人数).</summary>
    public Fact<int> RequiredHires { get; init => field = value.Named("required_hires"); } = Fact.Unproven<int>("required_hires");

    /// <summary>What the bank found the money was used for, where it says so (贷款用途): that it watches is its own duty, 25号 八.</summary>
    public Fact<LoanUse> Use { get; init => field = value.Named("use"); } = Fact.Unproven<LoanUse>("use");

    /// <summary>Reads the facts by name (读取).</summary>
    public static QuarterlyCheckFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        EmployedElsewhereSince = given.Truth("employed_elsewhere_since"),
        BusinessFailed = given.Truth("business_failed"),
        HiresKept = given.Count("hires_kept"),
        RequiredHires = given.Count("required_hires"),
        Use = given.Choice<LoanUse>("use"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [Borrower.Recorded, EmployedElsewhereSince.Recorded, BusinessFailed.Recorded, HiresKept.Recorded, RequiredHires.Recorded, Use.Recorded];
}

/// <summary>Is this borrower still to be subsidised in the quarter claimed (贴息资格审核)?</summary>
/// <remarks>Pure; run for every loan of a claim. Readings: docs/decisions/0061-interest-subsidy.md.</remarks>
public static class QuarterlyCheck
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.quarterly_check";

    private static readonly Parameter<bool> Check = Parameter.Rule("loans.quarterly_check");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(QuarterlyCheckFacts facts, PolicyContext policy)
    {
        var check = policy.Get(Check);
        var isEnterprise = facts.Borrower is { IsProven: true, Value: BorrowerKind.Enterprise };
        var examined = Decision.On(Name, facts, policy)

            // 25号 八  贴息时审核借款人贷款后有无其他单位就业（不含期间创业失败人员）及小微企业吸纳就业情况
            .When(check, facts.Borrower.IsEstablished())
            .AndIf(check.IsSet && !isEnterprise, check, Works(facts))
            .AndIf(check.IsSet && isEnterprise, check, Proposition.All(
                facts.RequiredHires.IsEstablished(),
                facts.RequiredHires.IsProven ? facts.HiresKept.AtLeast(facts.RequiredHires.Value) : facts.HiresKept.IsEstablished()));
        return (facts.Use.IsProven ? LoanUses.Examine(examined, facts.Use, policy) : examined).Grant();
    }

    private static Proposition Works(QuarterlyCheckFacts facts)
    {
        var onlyOwn = facts.EmployedElsewhereSince.Is(false);
        return onlyOwn.Answer == Answer.Met ? onlyOwn : Proposition.Any(onlyOwn, facts.BusinessFailed.Is(true));
    }
}
