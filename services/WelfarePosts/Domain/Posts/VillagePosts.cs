using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Posts;

/// <summary>What welfare_posts.village_posts looks at (一村岗位数的事实). What is left out is unproven.</summary>
public sealed record VillagePostsFacts : IFacts
{
    /// <summary>Posts of the village, the one in question included (本村岗位数).</summary>
    public Fact<int> PostsInVillage { get; init => field = value.Named("posts_in_village"); } = Fact.Unproven<int>("posts_in_village");

    /// <summary>Reads the facts by name (读取).</summary>
    public static VillagePostsFacts Read(FactSet given) => new() { PostsInVillage = given.Count("posts_in_village") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [PostsInVillage.Recorded];
}

/// <summary>Are there no more posts in a village than there should be (一村多岗预警)? Refused is a warning and stops nobody.</summary>
public static class VillagePosts
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.village_posts";

    private static readonly Parameter<int> Most = Parameter.Count("welfare_posts.village_posts", Unit.People);
    private static readonly Parameter<int> MostOfCity = Parameter.Count("welfare_posts.village_posts_city", Unit.People);

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(VillagePostsFacts facts, PolicyContext policy)
    {
        var (most, ofCity) = (policy.Get(Most), policy.Get(MostOfCity));
        var threshold = most.IsSet && ofCity.IsSet && ofCity.Value > most.Value ? ofCity : most;

        // 38号 八  坚决避免一村多岗、一人多岗等岗位设置过多过滥等现象
        return Decision.On(Name, facts, policy).When(most, facts.PostsInVillage.AtMost(threshold)).Grant();
    }
}
