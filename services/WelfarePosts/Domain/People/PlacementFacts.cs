using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.People;

/// <summary>What welfare_posts.placement looks at (安置对象的事实). What is left out is unproven.</summary>
public sealed record PlacementFacts : IFacts
{
    /// <summary>The group in which Registration recognised the person (认定群体).</summary>
    public Fact<HardshipGroup> Group { get; init => field = value.Named("group"); } = Fact.Unproven<HardshipGroup>("group");

    /// <summary>A live recognition of hardship (已认定为就业困难人员).</summary>
    public Fact<bool> Recognised { get; init => field = value.Named("recognised"); } = Fact.Unproven<bool>("recognised");

    /// <summary>The market has not given the person work, as the office found (通过市场渠道难以实现就业).</summary>
    public Fact<bool> HardToPlace { get; init => field = value.Named("hard_to_place"); } = Fact.Unproven<bool>("hard_to_place");

    /// <summary>出生日期.</summary>
    public Fact<DateOnly> BirthDate { get; init => field = value.Named("birth_date"); } = Fact.Unproven<DateOnly>("birth_date");

    /// <summary>性别.</summary>
    public Fact<Sex> Sex { get; init => field = value.Named("sex"); } = Fact.Unproven<Sex>("sex");

    /// <summary>The day on which the person reaches statutory retirement age (达到法定退休年龄之日).</summary>
    public Fact<DateOnly> RetirementDate { get; init => field = value.Named("retirement_date"); } = Fact.Unproven<DateOnly>("retirement_date");

    /// <summary>已享受基本养老保险待遇.</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>Trainings and introductions within a year, recorded in the province's system (一年内接受服务次数).</summary>
    public Fact<int> ServicesLastYear { get; init => field = value.Named("services_last_year"); } = Fact.Unproven<int>("services_last_year");

    /// <summary>Meets what the employer asks, is able to do the work (符合用工条件、有能力胜任).</summary>
    public Fact<bool> MeetsRequirements { get; init => field = value.Named("meets_requirements"); } = Fact.Unproven<bool>("meets_requirements");

    /// <summary>Posts the person has already (已有岗位数).</summary>
    public Fact<int> PostsHeld { get; init => field = value.Named("posts_held"); } = Fact.Unproven<int>("posts_held");

    /// <summary>The kind of post, asked for rural ones only; unproven: urban (岗位类别).</summary>
    public Fact<PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<PostKind>("post");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PlacementFacts Read(FactSet given) => new()
    {
        Group = given.Choice<HardshipGroup>("group"),
        Recognised = given.Truth("recognised"),
        HardToPlace = given.Truth("hard_to_place"),
        BirthDate = given.Day("birth_date"),
        Sex = given.Choice<Sex>("sex"),
        RetirementDate = given.Day("retirement_date"),
        ReceivesPension = given.Truth("receives_pension"),
        ServicesLastYear = given.Count("services_last_year"),
        MeetsRequirements = given.Truth("meets_requirements"),
        PostsHeld = given.Count("posts_held"),
        Post = given.Choice<PostKind>("post"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Group.Recorded,
        Recognised.Recorded,
        HardToPlace.Recorded,
        BirthDate.Recorded,
        Sex.Recorded,
        RetirementDate.Recorded,
        ReceivesPension.Recorded,
        ServicesLastYear.Recorded,
        MeetsRequirements.Recorded,
        PostsHeld.Recorded,
        Post.Recorded,
    ];
}
