using Wenye.Tables;

namespace Wenye.Statistics.Features.InternshipForms.ExportInternshipForms;

/// <summary>A row of the printed form (汇总表行).</summary>
/// <param name="Code">GB/T 2260; empty of the total.</param>
/// <param name="Name">Of the division, or 合计.</param>
internal sealed record FormRow(string Code, string Name, IReadOnlyList<int> Columns, long PaidFen, int Forms, int LateForms);

/// <summary>The form as it is printed (青年就业见习工作情况汇总表): headings in rows, the numbers of the columns below them.</summary>
internal static class FormTable
{
    public const string Title = "青年就业见习工作情况汇总表";

    private const int NameWidth = 20;

    public static Table<FormRow> Printed { get; } = Make();

    private static Table<FormRow> Make()
    {
        var table = new Table<FormRow>(Title, "单位：个、人、万元").Text("行政区划代码", row => row.Code).Text("项目", row => row.Name, width: NameWidth);
        foreach (var (number, (_, headings)) in FormColumns.Counted.Index())
        {
            table.Whole(headings[^1], row => row.Columns[number], under: headings[..^1], mark: $"{number + 1}");
        }

        return table.Number(FormColumns.PaidHeading, row => FormColumns.Wan(row.PaidFen), mark: $"{FormColumns.Counted.Count + 1}")
            .Whole("填报地区数", row => row.Forms)
            .Whole("其中逾期", row => row.LateForms);
    }
}
