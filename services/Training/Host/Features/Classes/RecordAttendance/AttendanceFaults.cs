using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes.RecordAttendance;

/// <summary>What may be wrong with attendance (考勤校验): first what the request alone tells, then what the class tells.</summary>
internal static class AttendanceFaults
{
    private const int MostRows = 5000;
    private const int MostMinutes = 720;

    // An answer's trailers hold about so many.
    private const int MostFaults = 100;

    /// <summary>Faults of the request alone (校验); fields are counted from 1.</summary>
    public static IEnumerable<FieldError> Of(IReadOnlyList<Attendance> rows)
    {
        if (rows.Count is 0 or > MostRows)
        {
            return [new("attendances", $"每次应报送 1 至 {MostRows} 条考勤，超过的请分次报送")];
        }

        return rows.SelectMany(AloneFaults).Concat(Doubles(rows)).Take(MostFaults);
    }

    /// <summary>Faults that the class tells (与班级核对).</summary>
    /// <param name="rows">Without faults of their own.</param>
    /// <param name="held">A class under way.</param>
    /// <param name="people">Its trainees who have not withdrawn.</param>
    /// <param name="today">Nothing is of a later day.</param>
    public static IEnumerable<FieldError> Of(IReadOnlyList<Attendance> rows, TrainingClass held, IReadOnlySet<Guid> people, DateOnly today)
    {
        var last = held.EndsOn < today ? held.EndsOn : today;
        return rows.SelectMany((row, i) => Within(row, i)).Take(MostFaults);

        IEnumerable<FieldError> Within(Attendance row, int i)
        {
            if (!people.Contains(Guid.Parse(row.EnrolmentId)))
            {
                yield return new(Field(i, "enrolment_id"), "该学员不在本班或已退班，请从学员名册核对");
            }

            if (row.Day.ToDay() is var day && (day < held.StartedOn || day > last))
            {
                yield return new(Field(i, "day"), "考勤日期应在开课日至结束日期之间，且不晚于今天");
            }

            if (held.Mode != TrainingMode.Combined && row.Online != (held.Mode == TrainingMode.OnlinePlatform))
            {
                yield return new(Field(i, "online"), "线下班级只有线下考勤，线上平台班级只有线上考勤，请按班级的培训方式报送");
            }
        }
    }

    private static IEnumerable<FieldError> AloneFaults(Attendance row, int i)
    {
        if (!Guid.TryParseExact(row.EnrolmentId, "D", out _))
        {
            yield return new(Field(i, "enrolment_id"), "学员标识应为学员名册中的 UUID");
        }

        if (row.Day?.IsDay() != true)
        {
            yield return new(Field(i, "day"), "请填写有效的考勤日期");
        }

        if (row.Minutes is < 0 or > MostMinutes)
        {
            yield return new(Field(i, "minutes"), $"考勤时长应为 0 至 {MostMinutes} 分钟");
        }
    }

    private static IEnumerable<FieldError> Doubles(IReadOnlyList<Attendance> rows) => rows
        .Select((row, i) => (Row: row, Field: Field(i, "day")))
        .GroupBy(one => (one.Row.EnrolmentId, one.Row.Day, one.Row.Online))
        .SelectMany(group => group.Skip(1))
        .Select(one => new FieldError(one.Field, "同一学员同一天的同类考勤只报送一条，请合并"));

    private static string Field(int i, string name) => string.Create(CultureInfo.InvariantCulture, $"attendances[{i + 1}].{name}");
}
