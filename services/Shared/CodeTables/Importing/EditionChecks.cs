using System.Globalization;

namespace Wenye.CodeTables;

/// <summary>Finds the rows of an edition that cannot be taken (导入行校验). Pure.</summary>
public static class EditionChecks
{
    /// <summary>Most characters of a code.</summary>
    public const int LongestCode = 20;

    /// <summary>Most characters of a name.</summary>
    public const int LongestLabel = 200;

    private const string Code = "code";

    /// <summary>Every fault, in order of the lines (错误行).</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="shipped">The tables that come with Wenye: what a document prints in full is among them.</param>
    public static IEnumerable<RowFault> Faults(EditionText edition, CodeTableSet shipped)
    {
        var definition = CodeTableCatalogue.Find(edition.Table);
        var codes = edition.Rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var closed = definition is { IsClosed: true } && edition.EffectiveFrom is null
            ? shipped.Entries(edition.Table).Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal)
            : null;
        return edition.Rows.SelectMany(row => Faults(row, definition, codes, closed))
            .Concat(Overlaps(edition.Rows)).OrderBy(fault => fault.Line);
    }

    private static IEnumerable<RowFault> Faults(EditionRow row, CodeTableDefinition? definition, HashSet<string> codes, HashSet<string>? closed)
    {
        if (CodeFault(row, definition, closed) is { } message)
        {
            yield return new RowFault(row.Line, Code, message);
        }

        if (row.Label.Length is 0 or > LongestLabel || !IsPrintable(row.Label))
        {
            yield return new RowFault(row.Line, "name", $"名称必填，不超过 {LongestLabel} 个字符，首尾不得有空格，不得含控制字符");
        }

        if (row.Parent.Length > 0 && (row.Parent == row.Code || !codes.Contains(row.Parent)))
        {
            yield return new RowFault(row.Line, "parent", "上级代码应是本文件中的另一个代码，请补上级代码所在的行或更正");
        }

        if (row.ValidTo < row.ValidFrom)
        {
            yield return new RowFault(row.Line, "valid_to", "失效日期不得早于生效日期");
        }
    }

    private static string? CodeFault(EditionRow row, CodeTableDefinition? definition, HashSet<string>? closed)
    {
        if (row.Code.Length is 0 or > LongestCode || !row.Code.All(char.IsAsciiLetterOrDigit))
        {
            return $"代码必填，由半角字母和数字组成，不超过 {LongestCode} 位";
        }

        if (definition is { CodeLength: > 0 } && row.Code.Length != definition.CodeLength && !row.Heading && !definition.IsHeading(row.Code, row.Parent))
        {
            return $"{definition.Name}的代码应为 {definition.CodeLength} 位，请核对是否选错了代码表，或代码开头的 0 是否丢失";
        }

        return closed?.Contains(row.Code) == false
            ? $"{definition!.Source}已印全本表，没有这个代码；如部里发布了新版，请指明其生效日期"
            : null;
    }

    // Rows of one code by their days: each must end before the next begins.
    private static IEnumerable<RowFault> Overlaps(IEnumerable<EditionRow> rows)
    {
        foreach (var code in rows.GroupBy(row => row.Code, StringComparer.Ordinal).Where(code => code.Skip(1).Any()))
        {
            var inOrder = code.OrderBy(row => row.ValidFrom ?? DateOnly.MinValue).ThenBy(row => row.Line).ToArray();
            for (var i = 1; i < inOrder.Length; i++)
            {
                if (inOrder[i].ValidFrom is not { } from || inOrder[i - 1].ValidTo is not { } end || end >= from)
                {
                    var (first, second) = (Math.Min(inOrder[i].Line, inOrder[i - 1].Line), Math.Max(inOrder[i].Line, inOrder[i - 1].Line));
                    yield return new RowFault(second, Code, $"与第 {first} 行代码相同且有效期重叠，请删去一行或更正有效期");
                }
            }
        }
    }

    private static bool IsPrintable(string text) =>
        text.Trim().Length == text.Length
        && text.All(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
