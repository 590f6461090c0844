using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Figures;

/// <summary>A line of each kind as a row of the contract (部门数据行).</summary>
/// <remarks>What cannot be read goes out as what no field may hold, so that the service names the field; a yes or no that is neither makes the line no row.</remarks>
internal static class FactSheet
{
    private const int Unreadable = -1;

    private static readonly Dictionary<string, SpellKind> SpellKinds = new(StringComparer.Ordinal)
    {
        ["单位就业"] = SpellKind.Unit,
        ["个体工商户"] = SpellKind.IndividualBusiness,
        ["公益性岗位"] = SpellKind.WelfarePost,
        ["灵活就业"] = SpellKind.Flexible,
        ["职工参保"] = SpellKind.Insured,
        ["养老保险待遇"] = SpellKind.Pension,
        ["失业保险待遇"] = SpellKind.Benefit,
    };

    private static readonly Dictionary<string, TargetMeasure> Indicators = new(StringComparer.Ordinal)
    {
        ["城镇新增就业"] = TargetMeasure.NewUrbanEmployment,
        ["应届高校毕业生总体就业率"] = TargetMeasure.GraduateEmploymentRate,
        ["城镇登记失业率"] = TargetMeasure.UnemploymentRate,
        ["补贴性培训"] = TargetMeasure.SubsidisedTraining,
        ["就业见习"] = TargetMeasure.Internships,
        ["失业动态监测企业"] = TargetMeasure.MonitoredFirms,
    };

    public static EmploymentFactRow PlaceClass(CsvLine line) =>
        new() { PlaceClass = new() { Place = line["统计用区划代码"], ValidFrom = DayOf(line["启用日期"]), Class = line["城乡分类代码"] } };

    public static EmploymentFactRow RecordPlace(CsvLine line) =>
        new() { RecordPlace = new() { EmploymentId = line["就业登记标识"], Place = line["统计用区划代码"] } };

    public static EmploymentFactRow Employed(CsvLine line) =>
        new() { Employed = new() { Division = line["行政区划代码"], Year = NumberOf(line["年度"]), People = NumberOf(line["年末城镇从业人员数"]) } };

    public static EmploymentFactRow Target(CsvLine line) => new()
    {
        Target = new()
        {
            Division = line["行政区划代码"],
            Year = NumberOf(line["年度"]),
            Measure = Indicators.GetValueOrDefault(line["指标"]),
            Lowest = line["最低目标"],
            Middle = line["中间目标"],
            Highest = line["最高目标"],
        },
    };

    public static EmploymentFactRow Attrition(CsvLine line) => new()
    {
        Attrition = new()
        {
            Division = line["行政区划代码"],
            Period = line["报表期"],
            Retired = NumberOf(line["退休人数"]),
            WorkDeaths = NumberOf(line["工伤死亡人数"]),
            OfPeriod = line["数据所属期"],
        },
    };

    public static EmploymentFactRow Spell(CsvLine line) => new()
    {
        Spell = new()
        {
            PersonId = line["人员标识"],
            Person = line["证件号码"].Length > 0 ? new PersonIdentity { IdDocumentType = line["证件类型"], IdDocumentNumber = line["证件号码"] } : null,
            Kind = SpellKinds.GetValueOrDefault(line["类别"]),
            Begins = DayOf(line["起始日期"]),
            Ends = line["截止日期"].Length > 0 ? DayOf(line["截止日期"]) : null,
            EmployerCode = line["统一社会信用代码"],
        },
    };

    public static EmploymentFactRow Mark(CsvLine line)
    {
        string[] truths = [line["存疑"], line["业务经办错误"], line["乡村公益性岗位或扶贫车间"], line["单位调转或续签"]];
        if (!Array.TrueForAll(truths, text => text is "是" or "否" or ""))
        {
            return new();
        }

        var mark = new RecordMarkRow { EmploymentId = line["就业登记标识"], Reason = line["核实情况"] };
        Set(truths[0], truth => mark.Doubtful = truth);
        Set(truths[1], truth => mark.HandlingError = truth);
        Set(truths[2], truth => mark.RuralPostOrWorkshop = truth);
        Set(truths[3], truth => mark.TransferOrRenewal = truth);
        return new() { Mark = mark };
    }

    private static void Set(string text, Action<bool> set)
    {
        if (text.Length > 0)
        {
            set(text == "是");
        }
    }

    private static int NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Unreadable;

    private static Date DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : new Date();
}
