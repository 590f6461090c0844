using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

/// <summary>Whose months the rows of a chunk may be (可申报人员), and what holds of them.</summary>
/// <param name="month">First day.</param>
/// <param name="employer">Only its people; null: anybody's of the caller's division.</param>
/// <param name="caller">Who states.</param>
/// <param name="named">By placement.</param>
/// <param name="numbered">In post in the month, by the hash of the number.</param>
internal sealed class FoundPlacements(
    DateOnly month, Guid? employer, Caller caller, IReadOnlyDictionary<Guid, PlacedPerson> named, ILookup<string, PlacedPerson> numbered)
{
    private readonly DateOnly lastDay = month.AddMonths(1).AddDays(-1);

    /// <summary>The statement that holds of each, the chunk's own included (现行考勤).</summary>
    public Dictionary<Guid, StatedMonth> Last { get; } = [];

    /// <summary>Whose month a row is (对应的在岗人员), or what is wrong with it.</summary>
    public (PlacedPerson? Placed, FieldError? Fault) Of(CheckedAttendance row)
    {
        var field = row.PlacementId is null ? "AAC147" : "placement_id";
        var theirs = Named(row).Where(one => caller.MaySee(one.Division) && (employer is null || one.EmployerId == employer)).ToList();
        return theirs switch
        {
            [] => (null, new(field, "没有该在岗人员，或不属于本单位、本机构的行政区划，请核对")),
            [var one] => (one, FaultOf(row, one)),
            _ => (null, new(field, "该人员当月先后在两个岗位，请改填在岗标识")),
        };
    }

    private IEnumerable<PlacedPerson> Named(CheckedAttendance row) =>
        row.PlacementId is not { } id ? numbered[Convert.ToHexString(row.Hash!)] : named.TryGetValue(id, out var placed) ? [placed] : [];

    // Of the days of the month only those in post.
    private FieldError? FaultOf(CheckedAttendance row, PlacedPerson placed)
    {
        var from = placed.StartedOn > month ? placed.StartedOn : month;
        var to = placed.EndedOn is { } ended && ended < lastDay ? ended : lastDay;
        return from > to ? new("month", "该人员当月不在岗，请核对上岗和退出日期")
            : row.Row.DaysWorked + row.Row.DaysAbsent > to.DayNumber - from.DayNumber + 1 ? new("days_worked", "出勤与旷工天数之和超过当月在岗天数，请核对上岗和退出日期")
            : row.Row.DaysAbsentInARow > to.DayNumber - placed.StartedOn.DayNumber + 1 ? new("days_absent_in_a_row", "连续旷工天数超过在岗天数，请核对")
            : null;
    }
}
