using System.Text;
using Wenye.Contracts.Statistics.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Figures;

/// <summary>What other agencies know as CSV files with Chinese headers (部门数据文件): one kind of data a file, named after it.</summary>
/// <remarks>
/// place_classes 城乡分类, record_places 就业地所在村居, employed 年末城镇从业人员, targets 年度目标, attrition 自然减员, spells 人员时段,
/// marks 核实标记; with more behind the kind if need be: spells-2019.csv. docs/operations.md has the columns.
/// </remarks>
internal static class FactFiles
{
    private static readonly (string Kind, string[] Headers, Func<CsvLine, EmploymentFactRow> Row)[] Kinds =
    [
        ("place_classes", ["统计用区划代码", "启用日期", "城乡分类代码"], FactSheet.PlaceClass),
        ("record_places", ["就业登记标识", "统计用区划代码"], FactSheet.RecordPlace),
        ("employed", ["行政区划代码", "年度", "年末城镇从业人员数"], FactSheet.Employed),
        ("targets", ["行政区划代码", "年度", "指标", "最低目标", "中间目标", "最高目标"], FactSheet.Target),
        ("attrition", ["行政区划代码", "报表期", "退休人数", "工伤死亡人数", "数据所属期"], FactSheet.Attrition),
        ("spells", ["人员标识", "证件类型", "证件号码", "类别", "起始日期", "截止日期", "统一社会信用代码"], FactSheet.Spell),
        ("marks", ["就业登记标识", "存疑", "业务经办错误", "乡村公益性岗位或扶贫车间", "单位调转或续签", "核实情况"], FactSheet.Mark),
    ];

    /// <summary>The CSV files of a folder in the order in which they are sent.</summary>
    /// <exception cref="UsageException">There is none, or a file's name tells no kind.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csv").ToList() : throw new UsageException($"没有文件夹 {folder}");
        return files.Count > 0
            ? [.. files.OrderBy(file => Array.IndexOf(Kinds, KindOf(file))).ThenBy(file => file, StringComparer.Ordinal)]
            : throw new UsageException("文件夹中没有 CSV 文件");
    }

    /// <summary>Every line as a row, numbered from 1 over all files, with where it stands.</summary>
    /// <exception cref="UsageException">A file lacks a column.</exception>
    public static IEnumerable<(string Place, EmploymentFactRow Row)> Rows(IReadOnlyList<string> files)
    {
        long number = 0;
        foreach (var file in files)
        {
            var kind = KindOf(file);
            using var text = new StreamReader(file, Encoding.UTF8);
            foreach (var line in Csv.Read(text))
            {
                if (kind.Headers.Where(header => !line.Values.ContainsKey(header)).ToList() is { Count: > 0 } missing)
                {
                    throw new UsageException($"{Path.GetFileName(file)} 缺少列：{string.Join('、', missing)}");
                }

                var row = kind.Row(line);
                row.Row = ++number;
                yield return ($"{Path.GetFileName(file)} 第 {line.Line} 行", row);
            }
        }
    }

    private static (string Kind, string[] Headers, Func<CsvLine, EmploymentFactRow> Row) KindOf(string file) =>
        Array.Find(Kinds, kind => Path.GetFileName(file).StartsWith(kind.Kind, StringComparison.OrdinalIgnoreCase)) is { Kind: not null } found
            ? found
            : throw new UsageException($"{Path.GetFileName(file)}：文件名应以数据类别开头，即 {string.Join('、', Kinds.Select(kind => kind.Kind))} 之一");
}
