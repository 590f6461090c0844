using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain;

/// <summary>The dated parameters of public-benefit posts (公益性岗位政策参数): each decision names its own, values and clauses are in the files of Policies.</summary>
public static class WelfarePostsParameters
{
    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(WelfarePostsParameters).Assembly);
}
