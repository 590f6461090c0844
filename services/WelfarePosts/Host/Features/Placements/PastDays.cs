using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Days that are told of what happened (已发生日期): stated, there, and not to come.</summary>
internal static class PastDays
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>A fault unless it is a day of this century, at the latest today (不晚于今天).</summary>
    public static RequestFaults PastDay(this RequestFaults faults, Date? date, string field, string message, DateOnly today) =>
        faults.Demand(date is not null && date.IsDay() && date.ToDay() >= Earliest && date.ToDay() <= today, field, message);
}
