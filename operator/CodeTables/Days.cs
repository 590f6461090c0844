using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Type.V1;

namespace Wenye.Operator.CodeTables;

/// <summary>Days of entries and editions as people read them (日期文本).</summary>
internal static class Days
{
    public static string Text(Date day) => $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}";

    public static Date Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static string From(Date? day) => day is null ? "一直有效" : $"自 {Text(day)} 起";

    public static string Span(Date? from, Date? to) => $"{(from is null ? "" : Text(from))}～{(to is null ? "" : Text(to))}";

    public static string Imported(Timestamp? at) => at is null ? "随系统发布" : $"{at.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} 导入";
}
