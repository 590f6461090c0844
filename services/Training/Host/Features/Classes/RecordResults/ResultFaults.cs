using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.RecordResults;

/// <summary>What may be wrong with results (考核结果校验): first what the request alone tells, then what the class tells.</summary>
internal static class ResultFaults
{
    private const int MostRows = 5000;
    private const int MostScore = 100;
    private const int LongestScore = 5;

    // An answer's trailers hold about so many.
    private const int MostFaults = 100;

    /// <summary>Faults of the request alone (校验); fields are counted from 1.</summary>
    public static IEnumerable<FieldError> Of(IReadOnlyList<EnrolmentResult> rows)
    {
        if (rows.Count is 0 or > MostRows)
        {
            return [new("results", $"每次应报送 1 至 {MostRows} 名学员的考核结果，超过的请分次报送")];
        }

        var said = new HashSet<string>(StringComparer.Ordinal);
        return rows.SelectMany((row, i) => AloneFaults(row, i, said)).Take(MostFaults);
    }

    /// <summary>Faults that the class tells (与班级核对).</summary>
    /// <param name="rows">Without faults of their own.</param>
    /// <param name="people">Its trainees who have not withdrawn.</param>
    /// <param name="from">When it began.</param>
    /// <param name="today">Nothing is of a later day.</param>
    public static IEnumerable<FieldError> Of(IReadOnlyList<EnrolmentResult> rows, IReadOnlySet<Guid> people, DateOnly from, DateOnly today) => rows
        .SelectMany((row, i) => new[]
        {
            people.Contains(Guid.Parse(row.EnrolmentId)) ? null : new FieldError(Field(i, "enrolment_id"), "该学员不在本班或已退班，请从学员名册核对"),
            row.Result.ExaminedOn.ToDay() is var day && day >= from && day <= today ? null : new FieldError(Field(i, "result.examined_on"), "考核日期应不早于开课日，不晚于今天"),
        })
        .OfType<FieldError>().Take(MostFaults);

    /// <summary>A score as text (成绩): empty is none.</summary>
    public static decimal? Score(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>Where a fault of a row stands (字段路径).</summary>
    public static string Field(int i, string name) => string.Create(CultureInfo.InvariantCulture, $"results[{i + 1}].{name}");

    private static IEnumerable<FieldError> AloneFaults(EnrolmentResult row, int i, HashSet<string> said)
    {
        if (!Guid.TryParseExact(row.EnrolmentId, "D", out _))
        {
            yield return new(Field(i, "enrolment_id"), "学员标识应为学员名册中的 UUID");
        }
        else if (!said.Add(row.EnrolmentId))
        {
            yield return new(Field(i, "enrolment_id"), "同一学员的考核结果只报送一条，请删除重复的");
        }

        if (row.Result?.ExaminedOn?.IsDay() != true)
        {
            yield return new(Field(i, "result.examined_on"), "请填写有效的考核日期");
        }

        if (row.Result is { Score: { Length: > 0 } score } && !IsScore(score))
        {
            yield return new(Field(i, "result.score"), $"成绩应为 0 至 {MostScore}、至多一位小数的数值，没有时不填");
        }
    }

    private static bool IsScore(string text) => text.Length <= LongestScore && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
        && score <= MostScore && decimal.Round(score, 1) == score;
}
