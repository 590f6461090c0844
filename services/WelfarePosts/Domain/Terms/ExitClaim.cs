namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>The ground on which an office ends a placement (所主张的退出情形), 36号 第二十条; nobody resigns by it.</summary>
public enum ExitClaim
{
    /// <summary>已实现就业或有相关记录 (一).</summary>
    Employed = 1,

    /// <summary>已满规定期限 (二).</summary>
    TermEnded,

    /// <summary>已享受基本养老保险待遇 (三).</summary>
    Pension,

    /// <summary>死亡 (三).</summary>
    Death,

    /// <summary>不能坚持正常工作 (四).</summary>
    CannotWork,

    /// <summary>无故旷工 (五).</summary>
    Absent,

    /// <summary>严重违反用人单位管理制度 (六).</summary>
    SeriousBreach,

    /// <summary>被依法追究刑事责任 (七).</summary>
    CriminalLiability,

    /// <summary>各市规定的其它情况 (八).</summary>
    City,
}
