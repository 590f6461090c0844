using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;

namespace Wenye.Statistics.Features.Reports;

/// <summary>Whose step of a report is next (审核次序): 95号 附件五 市、县负责核验, 五 一级抓一级.</summary>
internal static class ReportTurns
{
    /// <summary>The step after a state, and whose it is; null: the unit's own, or none is left.</summary>
    /// <param name="unit">The unit, GB/T 2260.</param>
    /// <param name="state">Of its report.</param>
    public static (ReportState Next, string Division)? After(string unit, ReportState state) =>
        IsWithUnit(state) ? null : LevelsOf(Division.Parse(unit)).Where(level => level.Next > state).Select(level => ((ReportState, string)?)level).FirstOrDefault();

    /// <summary>At which division it is (待办地区); empty: all have verified.</summary>
    public static string WaitingFor(string unit, ReportState state) => IsWithUnit(state) ? unit : After(unit, state)?.Division ?? "";

    /// <summary>Whether the place has still to bring it to the province (未报出): the unit has not submitted, or its county or city has not verified.</summary>
    public static bool IsOnItsWay(string unit, ReportState state) =>
        IsWithUnit(state) || (After(unit, state) is { } turn && Division.Parse(turn.Division).Level != DivisionLevel.Province);

    private static bool IsWithUnit(ReportState state) => state is ReportState.Unspecified or ReportState.Draft or ReportState.Returned;

    private static IEnumerable<(ReportState Next, string Division)> LevelsOf(Division unit)
    {
        if (unit.Level == DivisionLevel.District)
        {
            yield return (ReportState.CountyVerified, unit.Code);
        }

        foreach (var above in unit.SelfAndAbove)
        {
            if (above.Level is DivisionLevel.City or DivisionLevel.Province)
            {
                yield return (above.Level == DivisionLevel.City ? ReportState.CityVerified : ReportState.ProvinceVerified, above.Code);
            }
        }
    }
}
