using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.People;

/// <summary>The parameters of 第八条 that more than one decision looks at (安置对象参数).</summary>
internal static class PlacementParameters
{
    /// <summary>Services within a year, at least (一年内接受服务次数).</summary>
    public static readonly Parameter<int> Services = Parameter.Count("welfare_posts.placement_services", Unit.Times);

    /// <summary>Years of age, of the registered poor (适龄下限).</summary>
    public static readonly Parameter<int> PoorYoungest = Parameter.Count("welfare_posts.placement_poor_youngest", Unit.Years);
}
