using System.Globalization;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Domain.Forms;
using Report = Wenye.Statistics.Data.InternshipForms.InternshipReport;

namespace Wenye.Statistics.Features.InternshipForms;

/// <summary>The columns of the form as they are printed (见习汇总表各栏), in the order of their numbers.</summary>
internal static class FormColumns
{
    private const long MostFen = 100_000_000_000_000;
    private const decimal FenOfWan = 1_000_000m;

    /// <summary>Number of the column of money.</summary>
    private const int PaidNumber = 14;

    private const string PaidField = "columns.paid_fen";

    /// <summary>Columns 1 to 13: the field and the printed heading with those it stands under.</summary>
    public static readonly IReadOnlyList<(string Field, string[] Headings)> Counted =
    [
        ("units", ["本期末实有见习单位总数"]),
        ("new_units", ["本期末实有见习单位总数", "本期新增见习单位数量"]),
        ("posts", ["本期末实有见习岗位总数"]),
        ("new_posts", ["本期末实有见习岗位总数", "本期新增见习岗位数量"]),
        ("planned", ["本期计划组织见习人数"]),
        ("started", ["本期实际到岗人数"]),
        ("started_graduates", ["本期实际到岗人数", "离校未就业高校毕业生人数"]),
        ("completed", ["本期完成见习人数"]),
        ("retained", ["本期完成见习人数", "被见习单位留用人数"]),
        ("retained_graduates", ["本期完成见习人数", "被见习单位留用人数", "离校未就业高校毕业生人数"]),
        ("employed_otherwise", ["本期完成见习人数", "其他方式就业人数"]),
        ("ended_early", ["本期非正常结束见习人数"]),
        ("in_post", ["本期末实有在岗见习人数"]),
    ];

    /// <summary>Heading of column 14.</summary>
    public const string PaidHeading = "本年累计各级财政实际拨付的见习补贴资金数";

    /// <summary>What is not a number of things, by column (逐栏校验).</summary>
    public static void Demand(RequestFaults faults, InternshipColumns? columns)
    {
        var values = Values(columns ?? new());
        for (var i = 0; i < Counted.Count; i++)
        {
            faults.Demand(values[i] is >= 0, $"columns.{Counted[i].Field}", $"第 {i + 1} 栏“{Counted[i].Headings[^1]}”应填写不小于零的整数，没有的填 0");
        }

        faults.Demand(columns is { HasPaidFen: true, PaidFen: >= 0 and <= MostFen }, PaidField, $"第 {PaidNumber} 栏“{PaidHeading}”应填写不小于零的金额，没有的填 0");
    }

    /// <summary>A fault for each printed relation that does not hold (逻辑关系差错), at the column that is to be the larger.</summary>
    public static IEnumerable<FieldError> Faults(InternshipFaults found) =>
        found.Faults.Select(relation => (Relation: relation, Number: int.Parse(relation.AsSpan(0, relation.IndexOf('≥', StringComparison.Ordinal)), CultureInfo.InvariantCulture)))
            .Select(one => new FieldError(
                $"columns.{Counted[one.Number - 1].Field}", $"第 {one.Number} 栏“{Counted[one.Number - 1].Headings[^1]}”不符合表内逻辑关系 {one.Relation}，请核对有关各栏"));

    /// <summary>The facts of a complete form.</summary>
    public static InternshipForm Facts(IReadOnlyList<int> columns, long paidFen) => new()
    {
        Units = Known(columns, 1),
        NewUnits = Known(columns, 2),
        Posts = Known(columns, 3),
        NewPosts = Known(columns, 4),
        Planned = Known(columns, 5),
        Started = Known(columns, 6),
        StartedGraduates = Known(columns, 7),
        Completed = Known(columns, 8),
        Retained = Known(columns, 9),
        RetainedGraduates = Known(columns, 10),
        EmployedOtherwise = Known(columns, 11),
        EndedEarly = Known(columns, 12),
        InPost = Known(columns, 13),
        PaidWan = Fact.Known("paid_wan", Wan(paidFen)),
    };

    /// <summary>Ten thousand yuan (万元).</summary>
    public static decimal Wan(long fen) => fen / FenOfWan;

    /// <summary>The numbers of a complete form.</summary>
    public static int[] Numbers(InternshipColumns columns) => [.. Values(columns).Select(value => value!.Value)];

    /// <summary>Forms added up, column by column (汇总).</summary>
    public static (int[] Columns, long PaidFen) Sum(IReadOnlyCollection<Report> reports) =>
        ([.. Enumerable.Range(0, Counted.Count).Select(i => reports.Aggregate(0, (sum, report) => checked(sum + report.Columns[i])))], reports.Sum(report => report.PaidFen));

    public static InternshipColumns ToContract(IReadOnlyList<int> columns, long paidFen) => new()
    {
        Units = columns[0],
        NewUnits = columns[1],
        Posts = columns[2],
        NewPosts = columns[3],
        Planned = columns[4],
        Started = columns[5],
        StartedGraduates = columns[6],
        Completed = columns[7],
        Retained = columns[8],
        RetainedGraduates = columns[9],
        EmployedOtherwise = columns[10],
        EndedEarly = columns[11],
        InPost = columns[12],
        PaidFen = paidFen,
    };

    private static Fact<int> Known(IReadOnlyList<int> columns, int number) => Fact.Known(Counted[number - 1].Field, columns[number - 1]);

    // By the descriptor: the contract's fields 1 to 13 are the columns 1 to 13.
    private static int?[] Values(InternshipColumns columns) =>
    [
        .. Enumerable.Range(1, Counted.Count).Select(number => InternshipColumns.Descriptor.FindFieldByNumber(number).Accessor)
            .Select(field => field.HasValue(columns) ? (int)field.GetValue(columns) : (int?)null),
    ];
}
