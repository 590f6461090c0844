using System.Globalization;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Sections of GB/T 4754-2017 (国民经济行业门类).</summary>
internal static class IndustrySections
{
    // The last two-digit division (大类) of each section, A to T.
    private static readonly (int Last, string Section)[] Divisions =
    [
        (5, "A"), (12, "B"), (43, "C"), (46, "D"), (50, "E"), (52, "F"), (60, "G"), (62, "H"), (65, "I"), (69, "J"), (70, "K"), (72, "L"), (75, "M"),
        (79, "N"), (82, "O"), (83, "P"), (85, "Q"), (90, "R"), (96, "S"), (97, "T"),
    ];

    /// <summary>Their names (门类名称).</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A"] = "农、林、牧、渔业", ["B"] = "采矿业", ["C"] = "制造业", ["D"] = "电力、热力、燃气及水生产和供应业", ["E"] = "建筑业", ["F"] = "批发和零售业",
        ["G"] = "交通运输、仓储和邮政业", ["H"] = "住宿和餐饮业", ["I"] = "信息传输、软件和信息技术服务业", ["J"] = "金融业", ["K"] = "房地产业",
        ["L"] = "租赁和商务服务业", ["M"] = "科学研究和技术服务业", ["N"] = "水利、环境和公共设施管理业", ["O"] = "居民服务、修理和其他服务业", ["P"] = "教育",
        ["Q"] = "卫生和社会工作", ["R"] = "文化、体育和娱乐业", ["S"] = "公共管理、社会保障和社会组织", ["T"] = "国际组织",
    };

    /// <summary>What codes of a section begin with (门类代码前缀): its letter, or one of its two-digit divisions; of unstated, what those of any section do.</summary>
    public static IEnumerable<string> BeginningsOf(string section)
    {
        var first = 1;
        foreach (var (last, name) in Divisions)
        {
            if (name == section || section == Dimension.Unstated)
            {
                yield return name;
                for (var division = first; division <= last; division++)
                {
                    yield return division.ToString("00", CultureInfo.InvariantCulture);
                }
            }

            first = last + 1;
        }
    }

    /// <summary>The section of a code: its letter where it has one, else by its first two digits; unstated where it tells none.</summary>
    public static string Of(string code)
    {
        if (code.Length > 0 && Titles.ContainsKey(code[..1]))
        {
            return code[..1];
        }

        return code.Length >= 2 && int.TryParse(code[..2], out var division) && division > 0
            ? Divisions.Where(one => division <= one.Last).Select(one => one.Section).FirstOrDefault(Dimension.Unstated)
            : Dimension.Unstated;
    }
}
