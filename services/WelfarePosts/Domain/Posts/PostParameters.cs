using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Posts;

/// <summary>The parameters of posts that more than one decision looks at (岗位参数).</summary>
internal static class PostParameters
{
    /// <summary>Months in a temporary post at most (临时性岗位在岗时间).</summary>
    public static readonly Parameter<int> TemporaryMonths = Parameter.Count("welfare_posts.term_temporary_months", Unit.Months);
}
