using Google.Protobuf;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.Verification;

/// <summary>What lists of verification and warning are asked by (查询条件).</summary>
internal static class VerificationQuery
{
    /// <summary>Rows of a page when none are asked for.</summary>
    public const int UsualPage = 100;

    /// <summary>Most rows of a page.</summary>
    public const int MostRows = 1000;

    /// <summary>The division and all below it, as the prefix that their codes share (区划范围).</summary>
    public static string Area(this RequestFaults faults, string division)
    {
        var place = faults.Division(division, "division");
        return AreaOf(place);
    }

    /// <inheritdoc cref="Area"/>
    public static string AreaOf(Division place) => place.Level switch
    {
        DivisionLevel.Province => place.Code[..2],
        DivisionLevel.City => place.Code[..4],
        _ => place.Code,
    };

    /// <summary>A report period YYYY-MM (统计报表期); empty where it may be left out.</summary>
    public static YearMonth Period(this RequestFaults faults, string text, bool required = true, string field = "period")
    {
        var isPeriod = YearMonth.TryParse(text, out var period);
        faults.Demand(isPeriod || (!required && text.Length == 0), field, "请按 YYYY-MM 填写统计报表期，如 2020-09");
        return period;
    }

    /// <summary>Rows of a page (每页条数).</summary>
    public static int Page(this RequestFaults faults, int asked) => faults.PageSize(asked, UsualPage, MostRows);

    /// <summary>After which key of two parts to go on (分页位置); empty texts on the first page.</summary>
    public static (string Division, Guid Id) After(this RequestFaults faults, IMessage request)
    {
        var id = Guid.Empty;
        var after = faults.Position(request, parts: 2);
        faults.Demand(after is null || Guid.TryParse(after[1], out id), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        return (after?[0] ?? "", id);
    }
}
