using Wenye.Contracts.Type.V1;

namespace Wenye.Demo;

/// <summary>Days as the contracts have them.</summary>
internal static class Days
{
    public static Date Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static DateOnly From(Date day) => new(day.Year, day.Month, day.Day);

    public static string Text(Date day) => $"{day.Year}-{day.Month:00}-{day.Day:00}";
}
