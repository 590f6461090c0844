using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Recruitment;

/// <summary>What welfare_posts.announcement looks at (招聘公告的事实). What is left out is unproven.</summary>
public sealed record AnnouncementFacts : IFacts
{
    /// <summary>岗位名称.</summary>
    public Fact<string> PostName { get; init => field = value.Named("post_name"); } = Fact.Unproven<string>("post_name");

    /// <summary>工作内容、岗位职责.</summary>
    public Fact<string> Duties { get; init => field = value.Named("duties"); } = Fact.Unproven<string>("duties");

    /// <summary>工作要求、招聘要求.</summary>
    public Fact<string> Requirements { get; init => field = value.Named("requirements"); } = Fact.Unproven<string>("requirements");

    /// <summary>薪酬待遇.</summary>
    public Fact<string> Pay { get; init => field = value.Named("pay"); } = Fact.Unproven<string>("pay");

    /// <summary>工作地点.</summary>
    public Fact<string> Place { get; init => field = value.Named("place"); } = Fact.Unproven<string>("place");

    /// <summary>劳动时长.</summary>
    public Fact<string> Hours { get; init => field = value.Named("hours"); } = Fact.Unproven<string>("hours");

    /// <summary>在岗时间.</summary>
    public Fact<string> Period { get; init => field = value.Named("period"); } = Fact.Unproven<string>("period");

    /// <summary>Where it is published (发布渠道).</summary>
    public Fact<string> Channels { get; init => field = value.Named("channels"); } = Fact.Unproven<string>("channels");

    /// <summary>Reads the facts by name (读取).</summary>
    public static AnnouncementFacts Read(FactSet given) => new()
    {
        PostName = given.Text("post_name"),
        Duties = given.Text("duties"),
        Requirements = given.Text("requirements"),
        Pay = given.Text("pay"),
        Place = given.Text("place"),
        Hours = given.Text("hours"),
        Period = given.Text("period"),
        Channels = given.Text("channels"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        PostName.Recorded,
        Duties.Recorded,
        Requirements.Recorded,
        Pay.Recorded,
        Place.Recorded,
        Hours.Recorded,
        Period.Recorded,
        Channels.Recorded,
    ];
}

/// <summary>Is an announcement complete (岗位公告)? Incomplete: it is not to be published.</summary>
public static class Announcement
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.announcement";

    private static readonly Parameter<bool> OfProvince = Parameter.Rule("welfare_posts.announcement");
    private static readonly Parameter<bool> OfNation = Parameter.Rule("welfare_posts.announcement_national");
    private static readonly Parameter<bool> Channels = Parameter.Rule("welfare_posts.announcement_channels");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(AnnouncementFacts facts, PolicyContext policy)
    {
        var (ofProvince, ofNation, channels) = (policy.Get(OfProvince), policy.Get(OfNation), policy.Get(Channels));
        return Decision.On(Name, facts, policy)

            // 36号 第十一条(一)  注明用人单位拟聘用岗位的岗位名称、薪酬待遇、工作内容、工作要求、工作地点等内容
            .AndIf(ofProvince.IsSet || !ofNation.IsSet, ofProvince, Stated(facts.PostName, facts.Pay, facts.Duties, facts.Requirements, facts.Place))

            // 38号 七  公开发布岗位招聘信息，…注明岗位职责、招聘要求、薪酬待遇、劳动时长、在岗时间等信息
            .AndIf(ofNation.IsSet, ofNation, Stated(facts.Duties, facts.Requirements, facts.Pay, facts.Hours, facts.Period))

            // 36号 第六条  通过网站、微信公众号等多渠道向社会发布
            // 邢南政发 (二十一)  在本单位网站和同级人力资源社会保障部门网站公开发布
            .AndIf(channels.IsSet, channels, Stated(facts.Channels))
            .Grant();
    }

    private static Proposition Stated(params Fact<string>[] texts) => Proposition.All([.. texts.Select(text =>
        (text.IsProven && string.IsNullOrWhiteSpace(text.Value) ? Fact.Unproven<string>(text.Name) : text).IsEstablished())]);
}
