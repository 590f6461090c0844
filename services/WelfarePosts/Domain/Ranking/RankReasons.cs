namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>Why one candidate comes before another, in words (排序理由).</summary>
public static class RankReasons
{
    /// <summary>In Chinese, without a name or number (理由).</summary>
    public static string Of(RankFactor by) => by switch
    {
        RankFactor.Group => "所属群体优先",
        RankFactor.Family => "同一群体，零就业家庭成员优先",
        RankFactor.Age => "同一群体，年龄大的优先",
        RankFactor.Registration => "同一群体，登记失业早的优先",
        _ => "三项因素均相同，名次并列，按编号列出",
    };
}
