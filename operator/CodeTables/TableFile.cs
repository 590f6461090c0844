using System.Text.RegularExpressions;

namespace Wenye.Operator.CodeTables;

/// <summary>Which table a file is, by its name (识别代码表文件).</summary>
/// <param name="Path">The file.</param>
/// <param name="Table">The table; null when it is none.</param>
/// <param name="Why">In Chinese: by what it was recognised, or why it is left out.</param>
/// <param name="Rank">Of several files of one table the lowest is imported.</param>
internal sealed partial record TableFile(string Path, string? Table, string Why, int Rank = 0)
{
    // What lies in such folders and is no code table of a form.
    private static readonly (string Part, string What)[] Others =
    [
        ("sme_", "企业规模划型标准，不是指标代码表"),
        ("stat_213", "企业规模划型标准，不是指标代码表"),
        ("calendar", "工作日历，随系统发布"),
        ("lpr", "贷款市场报价利率，不是代码表"),
        ("wage", "最低工资标准，不是代码表"),
        ("benefit", "失业保险金标准，不是代码表"),
        ("pension", "养老保险缴费年限，不是代码表"),
        ("retirement", "退休年龄，不是代码表"),
        ("check_digit", "校验码样例，不是代码表"),
        ("functional_zones", "统计用功能区，不在 GB/T 2260 中"),
        ("towns", "乡镇街道，指标只填到县级"),
        ("villages", "村居，指标只填到县级"),
        ("changes", "变更清单，不是完整的代码表"),
        ("2digit", "两位健康状况代码，指标只填一位"),
        ("education_full", "学历国家标准全表，文件印发的是其中一部分"),
    ];

    private static readonly (string Part, string Table)[] Standards =
    [
        ("occupations", "ACA111"),
        ("gbt8561", "AAC200"),
        ("gbt12407", "AAC014"),
        ("gbt4754", "GBT4754"),
    ];

    /// <summary>What a file is.</summary>
    public static TableFile Of(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (MinistryCode().Match(name) is { Success: true } code)
        {
            return new TableFile(path, code.Groups["code"].Value.ToUpperInvariant(), "按指标编码识别");
        }

        if (Standards.FirstOrDefault(standard => name.Contains(standard.Part, StringComparison.OrdinalIgnoreCase)) is { Table: { } table })
        {
            return new TableFile(path, table, "按标准号识别");
        }

        if (Others.FirstOrDefault(other => name.Contains(other.Part, StringComparison.OrdinalIgnoreCase)) is { What: { } what })
        {
            return new TableFile(path, Table: null, what);
        }

        return name.Contains("gbt2260", StringComparison.OrdinalIgnoreCase) ? Divisions(path, name)
            : new TableFile(path, Table: null, "文件名中没有指标编码（如 AAC024）或标准号（如 gbt8561），看不出是哪个代码表");
    }

    // The history tells every year; after it the latest list; last the standard of 2007, which groups counties in pseudo codes.
    private static TableFile Divisions(string path, string name) =>
        name.Contains("history", StringComparison.OrdinalIgnoreCase) ? new TableFile(path, "AAB301", "历年行政区划")
        : Year().Match(name) is { Success: true } year ? new TableFile(path, "AAB301", $"{year.Value} 年行政区划", 10_000 - int.Parse(year.Value))
        : new TableFile(path, "AAB301", "GB/T 2260 国家标准", int.MaxValue);

    [GeneratedRegex("(?:^|_)(?<code>[A-Z]{3}[0-9][0-9A-Z]{2})(?:_|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MinistryCode();

    [GeneratedRegex("(?<=_)(?:19|20)[0-9]{2}(?=_|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
