using System.Globalization;
using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Warnings as callers see them (预警应答).</summary>
internal static class WarningAnswers
{
    public const string NoId = "预警标识应为 UUID，请从预警清单中选择";

    private const string Monitored = "监测企业";

    private static readonly string[] Numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["group"] = "群体", ["industry"] = "行业", ["firm"] = "企业", ["time"] = "较上年同期",
    };

    private static readonly Dictionary<string, string> Indicators = new(StringComparer.Ordinal)
    {
        ["employees_fall"] = "监测企业用工人数下降", ["insured_fall"] = "监测企业参保缴费人数下降", ["vacancies_fall"] = "监测企业招聘岗位下降",
        ["seekers_rise"] = "新登记失业人数上升", ["unemployed_rise"] = "登记失业人数上升", ["unemployment_rate"] = "登记失业率",
        ["ends_rise"] = "终止就业人数上升", ["benefit_rise"] = "领取失业保险金人数上升",
    };

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["zero_employment_family"] = "零就业家庭成员", ["registered_poor"] = "建档立卡贫困人员", ["older"] = "大龄失业人员", ["disabled"] = "残疾人员",
        ["epidemic"] = "受疫情影响人员", ["long_unemployed"] = "长期失业人员", ["landless"] = "失地农民", ["city"] = "各市确定的其他类别",
    };

    public static RpcException NotFound() => RpcErrors.NotFound("WARNING_NOT_FOUND", "没有该预警，请核对");

    /// <summary>A warning.</summary>
    public static Warning ToContract(this StoredWarning warning)
    {
        var outputs = StoredDecisions.ToContract(warning.Decision).Outputs;
        var change = outputs.GetValueOrDefault("change", "");
        return new()
        {
            WarningId = warning.Id.ToString(),
            Title = TitleOf(warning, change),
            Division = warning.Division,
            Period = warning.Period,
            Dimension = Of<WarningDimension>(warning.Dimension),
            Indicator = Of<WarningIndicator>(warning.Indicator),
            Subject = warning.Subject,
            Level = warning.Level,
            Value = Text(warning.Value),
            Base = warning.Base is { } compared ? Text(compared) : "",
            Change = change,
            Threshold = outputs.GetValueOrDefault("reached", ""),
            NextThreshold = outputs.GetValueOrDefault("next", ""),
            Response = outputs.GetValueOrDefault("response", ""),
            State = Of<WarningState>(warning.State),
            Since = warning.Since.ToContract(),
        };
    }

    /// <summary>A number as exact text.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A member of a contract's enum by its term.</summary>
    public static T Of<T>(string term)
        where T : struct, Enum => Term<T>.TryParse(term, out var value) ? value : default;

    private static string TitleOf(StoredWarning warning, string change)
    {
        var level = warning.Level is > 0 and <= 9 ? $"{Numerals[warning.Level]}级预警：" : warning.Level > 0 ? $"{warning.Level.ToString(CultureInfo.InvariantCulture)}级预警：" : "预警回落：";
        var subject = Groups.GetValueOrDefault(warning.Subject, IndustrySections.Titles.GetValueOrDefault(warning.Subject, warning.Subject));
        var indicator = Indicators.GetValueOrDefault(warning.Indicator, warning.Indicator);
        indicator = warning.Dimension == "firm" && indicator.StartsWith(Monitored, StringComparison.Ordinal) ? indicator[Monitored.Length..] : indicator;
        var of = string.Join(' ', new[] { Subjects.GetValueOrDefault(warning.Dimension, ""), subject }.Where(part => part.Length > 0));
        var percent = decimal.TryParse(change, CultureInfo.InvariantCulture, out var share)
            ? decimal.Round(share * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : "";
        return $"{level}{(of.Length > 0 ? of + " " : "")}{indicator} {percent}".TrimEnd();
    }
}
