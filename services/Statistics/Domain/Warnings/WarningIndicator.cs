using System.Globalization;
using Wenye.Policy;

namespace Wenye.Statistics.Domain.Warnings;

/// <summary>What is watched (监测维度), 鲁政发〔2020〕5号 17 and 辽政办发〔2020〕25号 (二十二).</summary>
public enum WarningDimension
{
    /// <summary>重点区域.</summary>
    Region = 1,

    /// <summary>重点群体.</summary>
    Group,

    /// <summary>重点行业.</summary>
    Industry,

    /// <summary>重点企业.</summary>
    Firm,

    /// <summary>重点时段.</summary>
    Time,

    /// <summary>重点项目.</summary>
    Project,
}

/// <summary>By what it is watched (预警指标): a share by which a number fell or rose against its base, or a rate itself.</summary>
public enum WarningIndicator
{
    /// <summary>企业用工人数降幅.</summary>
    EmployeesFall = 1,

    /// <summary>参保缴费人数降幅（社保缴纳）.</summary>
    InsuredFall,

    /// <summary>招聘岗位降幅（招聘求职）.</summary>
    VacanciesFall,

    /// <summary>求职人数增幅（招聘求职）.</summary>
    SeekersRise,

    /// <summary>登记失业人数增幅.</summary>
    UnemployedRise,

    /// <summary>失业率.</summary>
    UnemploymentRate,

    /// <summary>终止就业人数增幅.</summary>
    EndsRise,

    /// <summary>领取失业保险金人数增幅.</summary>
    BenefitRise,
}

/// <summary>From which change on an indicator warns at which level (预警阈值), as whoever operates the platform sets them.</summary>
/// <param name="ByIndicator">The floors of levels 1, 2, … in rising order.</param>
internal sealed record WarningThresholds(IReadOnlyDictionary<WarningIndicator, decimal[]> ByIndicator)
{
    /// <summary>A parameter whose terms read <c>employees_fall 0.05 0.10 0.20</c>: the indicator with the floors of its levels.</summary>
    public static Parameter<WarningThresholds> Parameter(string name) => new(name, Unit.Terms, value => Read(name, value));

    private static WarningThresholds Read(string name, PolicyValue value) =>
        new(value.Items.Select(item => item.ToString().Split(' ')).ToDictionary(words => Indicator(name, words[0]), words => Floors(name, words)));

    private static WarningIndicator Indicator(string name, string text) => Term<WarningIndicator>.TryParse(text, out var indicator)
        ? indicator
        : throw new InvalidDataException($"参数 {name} 列有未知的预警指标，应为：{string.Join('、', Term<WarningIndicator>.All)}。");

    private static decimal[] Floors(string name, string[] words)
    {
        var floors = words.Skip(1).Select(word => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var floor) ? floor : 0).ToArray();
        var rises = floors.Length > 0 && floors[0] > 0 && floors.Zip(floors.Skip(1)).All(pair => pair.First < pair.Second);
        return rises ? floors : throw new InvalidDataException($"参数 {name} 的每一项应为：指标 一级阈值 二级阈值…，为由小到大的小数。");
    }
}
