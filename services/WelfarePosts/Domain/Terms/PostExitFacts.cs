using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>What welfare_posts.exit looks at (退出情形的事实). What is left out is unproven.</summary>
public sealed record PostExitFacts : IFacts
{
    /// <summary>Works elsewhere, or records say so (已实现就业或有相关记录).</summary>
    public Fact<bool> EmployedElsewhere { get; init => field = value.Named("employed_elsewhere"); } = Fact.Unproven<bool>("employed_elsewhere");

    /// <summary>The term of the post is over, as welfare_posts.term gave it (已满规定期限).</summary>
    public Fact<bool> TermEnded { get; init => field = value.Named("term_ended"); } = Fact.Unproven<bool>("term_ended");

    /// <summary>已享受基本养老保险待遇.</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>死亡.</summary>
    public Fact<bool> Died { get; init => field = value.Named("died"); } = Fact.Unproven<bool>("died");

    /// <summary>Cannot keep up normal work (不能坚持正常工作).</summary>
    public Fact<bool> CannotWork { get; init => field = value.Named("cannot_work"); } = Fact.Unproven<bool>("cannot_work");

    /// <summary>Days absent without reason, in a row (连续旷工天数).</summary>
    public Fact<int> AbsentDaysInARow { get; init => field = value.Named("absent_days_in_a_row"); } = Fact.Unproven<int>("absent_days_in_a_row");

    /// <summary>Days absent without reason within a year (一年内累计旷工天数).</summary>
    public Fact<int> AbsentDaysInYear { get; init => field = value.Named("absent_days_in_year"); } = Fact.Unproven<int>("absent_days_in_year");

    /// <summary>Broke the employer's rules seriously, as the employer states (严重违反用人单位管理制度).</summary>
    public Fact<bool> SeriousBreach { get; init => field = value.Named("serious_breach"); } = Fact.Unproven<bool>("serious_breach");

    /// <summary>被依法追究刑事责任.</summary>
    public Fact<bool> CriminalLiability { get; init => field = value.Named("criminal_liability"); } = Fact.Unproven<bool>("criminal_liability");

    /// <summary>The city's name of a ground of its own, an addition; unproven: none is claimed (各市规定的其它情况).</summary>
    public Fact<string> CityGround { get; init => field = value.Named("city_ground"); } = Fact.Unproven<string>("city_ground");

    /// <summary>The ground that is claimed, an addition: it alone is answered; unproven: every ground is looked at (所主张的退出情形).</summary>
    public Fact<ExitClaim> Claim { get; init => field = value.Named("claim"); } = Fact.Unproven<ExitClaim>("claim");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PostExitFacts Read(FactSet given) => new()
    {
        EmployedElsewhere = given.Truth("employed_elsewhere"),
        TermEnded = given.Truth("term_ended"),
        ReceivesPension = given.Truth("receives_pension"),
        Died = given.Truth("died"),
        CannotWork = given.Truth("cannot_work"),
        AbsentDaysInARow = given.Count("absent_days_in_a_row"),
        AbsentDaysInYear = given.Count("absent_days_in_year"),
        SeriousBreach = given.Truth("serious_breach"),
        CriminalLiability = given.Truth("criminal_liability"),
        CityGround = given.Text("city_ground"),
        Claim = given.Choice<ExitClaim>("claim"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        EmployedElsewhere.Recorded,
        TermEnded.Recorded,
        ReceivesPension.Recorded,
        Died.Recorded,
        CannotWork.Recorded,
        AbsentDaysInARow.Recorded,
        AbsentDaysInYear.Recorded,
        SeriousBreach.Recorded,
        CriminalLiability.Recorded,
        CityGround.Recorded,
        Claim.Recorded,
    ];
}
