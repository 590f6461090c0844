using System.Collections.Frozen;

namespace Wenye.CodeTables;

/// <summary>A table that a document names (代码表目录项).</summary>
/// <param name="Table">The ministry code under which the document defines it; a standard without one by its own name.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="Standard">The standard and edition that the document names, or the document that prints the table.</param>
/// <param name="Source">Document and item.</param>
/// <param name="CodeLength">Characters of a code that a field may hold; 0: any.</param>
/// <param name="Members">Which codes a field may hold.</param>
/// <param name="IsClosed">The document prints every code, itself or as a standard plus codes of its own.</param>
/// <param name="Fields">The fields it rules, by ministry code.</param>
public sealed record CodeTableDefinition(
    string Table, string Name, string Standard, string Source, int CodeLength, Members Members, bool IsClosed, params IReadOnlyList<string> Fields)
{
    /// <summary>Whether a code of this shape and place only groups others (是否类目).</summary>
    internal bool IsHeading(string code, string parent) => Members switch
    {
        Members.FullLength => code.Length != CodeLength,
        Members.Subordinate => parent.Length == 0,
        _ => false,
    };
}

/// <summary>Which codes of a table a field may hold (可填报的代码).</summary>
public enum Members
{
    /// <summary>Each (全部).</summary>
    All = 0,

    /// <summary>Those of full length (细类): shorter ones are headings.</summary>
    FullLength = 1,

    /// <summary>Those under another code (下级): the top level are headings.</summary>
    Subordinate = 2,
}

/// <summary>The code tables of the ministry's field lists (代码表目录), loaded or not.</summary>
/// <remarks>
/// 鲁人社字〔2020〕39号 附件5 四(三)1 to 16 and 人社厅发〔2020〕79号 附件 二(二). Items 11 and 12 swap AAC200 and AAC014 against
/// the field lists; the field lists are right: docs/decisions/0012-professional-titles-and-levels.md. GB/T 4754 is named by
/// the employment fields of 鲁人社字〔2020〕95号 附件三(三)3, not by the lists. Pure data.
/// </remarks>
public static class CodeTableCatalogue
{
    /// <summary>Every table, in the order in which the documents name them (全部代码表).</summary>
    public static IReadOnlyList<CodeTableDefinition> All { get; } =
    [
        new("AAB301", "行政区划代码", "GB/T 2260-2007，按人社厅函〔2011〕581号扩充", Item(1), 6, Members.All, IsClosed: false, "AAB301", "AAB299", "AAF016"),
        new("AAC004", "性别", "GB/T 2261.1-2003", Item(2), 1, Members.All, IsClosed: true, "AAC004"),
        new("AAC005", "民族", "GB/T 3304-1991，增加99 其他人员", Item(3), 2, Members.All, IsClosed: true, "AAC005"),
        new("AAC024", "政治面貌", "GB/T 4762-1984", Item(4), 2, Members.All, IsClosed: false, "AAC024"),
        new("AAC011", "学历", "参照 GB/T 4658-2006", Item(5), 2, Members.All, IsClosed: true, "AAC011"),
        new("AAC033", "健康状况", "参照 GB/T 2261.3-2003", Item(6), 1, Members.All, IsClosed: false, "AAC033"),
        new("ALA040", "残疾等级", Printed, Item(7), 2, Members.All, IsClosed: true, "ALA040"),
        new("AAC058", "证件类型", Printed, Item(8), 2, Members.All, IsClosed: true, "AAC058"),
        new("ACA111", "职业（工种）资格名称", "《中华人民共和国职业分类大典》（2015版）修订", Item(9), 7, Members.FullLength, IsClosed: false, "ACA111", "ACA200", "ACA201"),
        new("AAC015", "职业资格等级（技能人员等级）", "GB/T 14946-2002", Item(10), 1, Members.All, IsClosed: true, "AAC015", "ACA202", "ACA203"),
        new("AAC200", "专业技术职务", "GB/T 8561-2001", Item(11), 3, Members.Subordinate, IsClosed: false, "AAC200", "ACA204", "ACA205"),
        new("AAC014", "专业技术职务级别", "GB/T 12407-2008", Item(12), 3, Members.All, IsClosed: true, "AAC014", "ACA206", "ACA207"),
        new("ADC221", "登记失业地类型", Printed, Item(13), 1, Members.All, IsClosed: true, "ADC221"),
        new("AJC093", "失业登记原因", Printed, Item(14), 2, Members.All, IsClosed: true, "AJC093"),
        new("ADC222", "是否申领失业保险金", Printed, Item(15), 1, Members.All, IsClosed: true, "ADC222"),
        new("AAE540", "审核结果", Printed, Item(16), 1, Members.All, IsClosed: true, "AAE540"),
        new("AJC00A", "注销失业登记原因", Printed, "人社厅发〔2020〕79号 附件 二(二)", 2, Members.All, IsClosed: true, "AJC00A"),
        new("GBT4754", "国民经济行业分类", "GB/T 4754-2017", "鲁人社字〔2020〕95号 附件三(三)3", 0, Members.All, IsClosed: false),
    ];

    private const string Printed = "文件印发";

    private static readonly FrozenDictionary<string, CodeTableDefinition> ByTable =
        All.ToFrozenDictionary(definition => definition.Table, StringComparer.Ordinal);

    /// <summary>The table of this name; null when no document names it.</summary>
    public static CodeTableDefinition? Find(string table) => ByTable.GetValueOrDefault(table);

    private static string Item(int number) => $"鲁人社字〔2020〕39号 附件5 四(三){number}";
}
