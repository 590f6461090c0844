using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Offices;

/// <summary>A city's list (失业人员登记线下和线上渠道清单) in the columns of 鲁人社字〔2020〕39号 附件2, with a column of codes beside them.</summary>
/// <param name="Rows">The rows to send.</param>
/// <param name="Unresolved">Rows whose place has neither a code nor a name that tells it; sent as they are, so that the system says so too.</param>
internal sealed record OfficeSheet(IReadOnlyList<OfficeRow> Rows, IReadOnlyList<(long Row, string Place)> Unresolved)
{
    private static readonly string[] CodeColumns = ["行政区划代码", "区划代码", "代码"];
    private static readonly char[] BetweenServices = ['、', '，', ',', '；', ';', '\n'];

    /// <summary>Reads the file. A name may stand without a code where another row gives it one, or AAB301 knows it.</summary>
    public static OfficeSheet Read(TextReader text, DivisionNames names)
    {
        var lines = Csv.Read(text).ToList();
        foreach (var line in lines.Where(line => Code(line).Length > 0))
        {
            names.Learn(line["行政区划"], Code(line));
        }

        var rows = new List<OfficeRow>(lines.Count);
        var unresolved = new List<(long, string)>();
        foreach (var line in lines)
        {
            var row = Row(line, names, rows.Count + 1);
            rows.Add(row);
            if (row.Division.Length == 0)
            {
                unresolved.Add((row.Row, row.DivisionName));
            }
        }

        return new(rows, unresolved);
    }

    private static OfficeRow Row(CsvLine line, DivisionNames names, long position) => new()
    {
        Row = long.TryParse(line["序号"], out var number) && number > 0 ? number : position,
        Division = Code(line) is { Length: > 0 } code ? code : names.Find(line["行政区划"]) ?? "",
        DivisionName = line["行政区划"],
        Name = line["机构名称"],
        Address = line["经办地址"],
        Phone = line["咨询电话"],
        OnlineChannels = line["线上渠道"].ReplaceLineEndings(" "),
        AreaClass = line["城乡分类代码"],
        Services = { line["经办项目"].Split(BetweenServices, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
    };

    private static string Code(CsvLine line) => CodeColumns.Select(column => line[column]).FirstOrDefault(code => code.Length > 0) ?? "";
}
