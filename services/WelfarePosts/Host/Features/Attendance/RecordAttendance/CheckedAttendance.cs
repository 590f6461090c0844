using System.Globalization;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

/// <summary>A row of a month as far as it can be judged alone (考勤行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
/// <param name="PlacementId">Whose; null: found by the number.</param>
/// <param name="Hash">By which the person is found; null: named by the placement, or at fault.</param>
/// <param name="Hours">工作小时数; null: not told.</param>
internal sealed record CheckedAttendance(AttendanceRow Row, IReadOnlyList<FieldError> Faults, Guid? PlacementId, byte[]? Hash, decimal? Hours);

/// <summary>Checks rows of a month alone (逐行校验). A value is never repeated.</summary>
/// <param name="month">First day.</param>
/// <param name="today">Of the current month no more than the days so far.</param>
/// <param name="protector">Finds people by number.</param>
internal sealed class AttendanceChecks(DateOnly month, DateOnly today, PersonalDataProtector protector)
{
    private const int HoursADay = 24;
    private const int MostRun = 366;
    private const long MostContributionsFen = 100_000_00;
    private readonly int days = month.AddMonths(1) > today ? today.Day : DateTime.DaysInMonth(month.Year, month.Month);

    public CheckedAttendance Check(AttendanceRow row)
    {
        var faults = new RequestFaults();
        var isNamed = row.PlacementId.Length > 0;
        faults.Demand(isNamed != row.IdNumber.Length > 0, "placement_id", "请只填写在岗标识或公民身份号码，两种方式选一种");
        var (id, hash) = (default(Guid?), default(byte[]));
        if (isNamed)
        {
            id = faults.Id(row.PlacementId, "placement_id", "在岗标识应为签约时返回的 UUID，请从在岗人员清单查询后填写");
        }
        else if (row.IdNumber.Length > 0)
        {
            PostFields.IdNumber(faults, row.IdNumber);
            hash = protector.LookupHash(row.IdNumber);
        }

        Days(faults, row);
        var hours = Hours(faults, row);
        faults.Demand(!row.HasContributionsFen || row.ContributionsFen is >= 0 and <= MostContributionsFen, "contributions_fen", "单位缴费额应为 0 以上、不超过 10 万元的分数，没有时请留空");
        return new(row, faults.Found, id, hash, hours);
    }

    private void Days(RequestFaults faults, AttendanceRow row) => faults
        .Demand(row.DaysWorked >= 0 && row.DaysWorked <= days, "days_worked", "出勤天数应为 0 至当月天数，当月未结束的至今天为止")
        .Demand(row.DaysAbsent >= 0 && row.DaysAbsent <= days, "days_absent", "无故旷工天数应为 0 至当月天数，当月未结束的至今天为止")
        .Demand(row.DaysWorked + (long)row.DaysAbsent <= days, "days_absent", "出勤天数与旷工天数之和不应超过当月天数")
        .Demand(
            row.DaysAbsentInARow is >= 0 and <= MostRun && row.DaysAbsentInARow > 0 == row.DaysAbsent > 0, "days_absent_in_a_row",
            "有旷工时请填写连续旷工天数（从首日起算，可在以前月份），没有旷工时填 0");

    private static decimal? Hours(RequestFaults faults, AttendanceRow row)
    {
        if (row.Hours.Length == 0)
        {
            return null;
        }

        var isNumber = decimal.TryParse(row.Hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours);
        faults.Demand(
            isNumber && decimal.Round(hours, 2) == hours && hours >= 0 && hours <= (decimal)Math.Max(row.DaysWorked, 0) * HoursADay, "hours",
            "工作小时数应为至多两位小数的数字，不超过出勤天数乘以 24");
        return isNumber ? hours : null;
    }
}
