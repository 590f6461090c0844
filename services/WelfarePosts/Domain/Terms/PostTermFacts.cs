using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>What welfare_posts.term looks at (补贴期限的事实). What is left out is unproven.</summary>
public sealed record PostTermFacts : IFacts
{
    /// <summary>岗位类别.</summary>
    public Fact<PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<PostKind>("post");

    /// <summary>The day on which the person was first found entitled to the subsidy (初次核定享受补贴之日).</summary>
    public Fact<DateOnly> FirstApprovedOn { get; init => field = value.Named("first_approved_on"); } = Fact.Unproven<DateOnly>("first_approved_on");

    /// <summary>The day on which the person reaches statutory retirement age (达到法定退休年龄之日); asked for urban posts only.</summary>
    public Fact<DateOnly> RetirementDate { get; init => field = value.Named("retirement_date"); } = Fact.Unproven<DateOnly>("retirement_date");

    /// <summary>Last day by a contract older than 36号, or where no document of ours sets a term; an addition (原合同期满日).</summary>
    public Fact<DateOnly> AgreedUntil { get; init => field = value.Named("agreed_until"); } = Fact.Unproven<DateOnly>("agreed_until");

    /// <summary>Has found steady work, an addition; unproven: has not (已实现稳定就业).</summary>
    public Fact<bool> SteadilyEmployed { get; init => field = value.Named("steadily_employed"); } = Fact.Unproven<bool>("steadily_employed");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PostTermFacts Read(FactSet given) => new()
    {
        Post = given.Choice<PostKind>("post"),
        FirstApprovedOn = given.Day("first_approved_on"),
        RetirementDate = given.Day("retirement_date"),
        AgreedUntil = given.Day("agreed_until"),
        SteadilyEmployed = given.Truth("steadily_employed"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [Post.Recorded, FirstApprovedOn.Recorded, RetirementDate.Recorded, AgreedUntil.Recorded, SteadilyEmployed.Recorded];
}

/// <summary>Until when a post is subsidised (补贴期限).</summary>
/// <param name="Until">Last day, included (截止日).</param>
/// <param name="Extended">Prolonged because the term ended in the epidemic's year (疫情期间延长).</param>
public sealed record PostTermResult(DateOnly Until, bool Extended) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("until", PolicyValue.Of(Until)), new("extended", PolicyValue.Of(Extended))];
}
