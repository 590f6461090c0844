using System.Text;

namespace Wenye.Policy;

/// <summary>Explains which value won, what it displaced and why (适用说明).</summary>
internal static class ResolutionText
{
    public static string Explain(ParameterSeries series, DatedValue? winner, Division region, DateOnly day)
    {
        if (winner is null)
        {
            return series.SetByOperator
                ? $"{series.Authority}规定由各市确定，{region}尚未设定“{series.Title}”。"
                : $"{day:yyyy-MM-dd}在{region}没有关于“{series.Title}”的有效规定。";
        }

        var text = new StringBuilder($"适用{winner.Cite}（{Level(winner.Region)}{winner.Region}，{winner.Days.From:yyyy-MM-dd}起）：{winner.Value}{series.Unit.Label}。");
        foreach (var other in series.InForce(winner.Region, day).Where(other => other != winner))
        {
            text.Append($"取代{other.Cite}（{other.Value}{series.Unit.Label}）：同一地区以后发文件（{winner.Issued:yyyy-MM-dd}）为准。");
        }

        foreach (var other in winner.Region.SelfAndAbove.Skip(1).SelectMany(above => series.InForce(above, day)))
        {
            text.Append($"优先于{Level(other.Region)}的{other.Cite}（{other.Value}{series.Unit.Label}）：按区县、市、省、全国的顺序适用。");
        }

        return text.Append(winner.Note).ToString();
    }

    private static string Level(Division region) => region.Level switch
    {
        DivisionLevel.Nation => "全国",
        DivisionLevel.Province => "省",
        DivisionLevel.City => "市",
        _ => "区县",
    };
}
