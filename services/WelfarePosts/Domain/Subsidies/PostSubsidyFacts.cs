using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>How a subsidised post is worked and paid (补贴岗位类别).</summary>
public enum SubsidisedPost
{
    /// <summary>城镇全日制.</summary>
    UrbanFullTime = 1,

    /// <summary>城镇非全日制.</summary>
    UrbanPartTime,

    /// <summary>乡村公益性岗位.</summary>
    Rural,

    /// <summary>Cleaning, disinfection, checkpoints added for a time, with poor workers in them (临时增设岗位吸纳贫困劳动力), 41号 一(四); an addition.</summary>
    TemporaryForPoor,
}

/// <summary>What welfare_posts.subsidy looks at (一个月补贴的事实). What is left out is unproven.</summary>
public sealed record PostSubsidyFacts : IFacts
{
    /// <summary>岗位类别.</summary>
    public Fact<SubsidisedPost> Post { get; init => field = value.Named("post"); } = Fact.Unproven<SubsidisedPost>("post");

    /// <summary>Yuan a month, of the place and month (月最低工资标准).</summary>
    public Fact<Money> MonthlyMinimumWage { get; init => field = value.Named("monthly_minimum_wage"); } = Fact.Unproven<Money>("monthly_minimum_wage");

    /// <summary>Yuan an hour, of the place and month (小时最低工资标准).</summary>
    public Fact<decimal> HourlyMinimumWage { get; init => field = value.Named("hourly_minimum_wage"); } = Fact.Unproven<decimal>("hourly_minimum_wage");

    /// <summary>Hours worked in the month (当月工时); asked for part-time and rural posts.</summary>
    public Fact<decimal> Hours { get; init => field = value.Named("hours"); } = Fact.Unproven<decimal>("hours");

    /// <summary>Yuan an hour that the county set for rural posts (乡村岗位小时补贴标准).</summary>
    public Fact<decimal> RuralHourlyRate { get; init => field = value.Named("rural_hourly_rate"); } = Fact.Unproven<decimal>("rural_hourly_rate");

    /// <summary>Yuan of the month that the employer really paid, without the personal share and without what was exempted (单位实际缴纳的社会保险费).</summary>
    public Fact<Money> EmployerContributionsPaid { get; init => field = value.Named("employer_contributions_paid"); } = Fact.Unproven<Money>("employer_contributions_paid");

    /// <summary>The day on which the employment ended (终止聘用关系之日); unproven: it goes on.</summary>
    public Fact<DateOnly> TerminatedOn { get; init => field = value.Named("terminated_on"); } = Fact.Unproven<DateOnly>("terminated_on");

    /// <summary>Last day of the term by welfare_posts.term, an addition; unproven: not in question (补贴期限截止日).</summary>
    public Fact<DateOnly> Until { get; init => field = value.Named("until"); } = Fact.Unproven<DateOnly>("until");

    /// <summary>补贴月份.</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PostSubsidyFacts Read(FactSet given) => new()
    {
        Post = given.Choice<SubsidisedPost>("post"),
        MonthlyMinimumWage = given.Money("monthly_minimum_wage"),
        HourlyMinimumWage = given.Number("hourly_minimum_wage"),
        Hours = given.Number("hours"),
        RuralHourlyRate = given.Number("rural_hourly_rate"),
        EmployerContributionsPaid = given.Money("employer_contributions_paid"),
        TerminatedOn = given.Day("terminated_on"),
        Until = given.Day("until"),
        Month = given.Month("month"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Post.Recorded,
        MonthlyMinimumWage.Recorded,
        HourlyMinimumWage.Recorded,
        Hours.Recorded,
        RuralHourlyRate.Recorded,
        EmployerContributionsPaid.Recorded,
        TerminatedOn.Recorded,
        Until.Recorded,
        Month.Recorded,
    ];
}

/// <summary>What a month is worth (当月补贴).</summary>
/// <param name="PostSubsidy">Yuan (岗位补贴).</param>
/// <param name="InsuranceSubsidy">Yuan (社会保险补贴); none for rural posts.</param>
public sealed record MonthSubsidy(Money PostSubsidy, Money InsuranceSubsidy) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [new("post_subsidy", PolicyValue.Of(PostSubsidy)), new("insurance_subsidy", PolicyValue.Of(InsuranceSubsidy))];
}
