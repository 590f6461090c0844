using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>A course for which this person was already subsidised (已享受的职业培训补贴).</summary>
/// <param name="Occupation">职业（工种）代码.</param>
/// <param name="Level">等级, 1 to 5, 0 for one without levels.</param>
/// <param name="Date">The day on which it was paid (享受日期).</param>
public readonly record struct SubsidisedCourse(string Occupation, int Level, DateOnly Date);

/// <summary>The fact of what a person was subsidised for, as decisions read and record it (已享受的补贴).</summary>
internal static class SubsidisedCourses
{
    /// <summary>Name of the fact (事实名).</summary>
    public const string Name = "subsidised";

    private const int LowestLevel = 5;

    /// <summary>Reads it (读取); null when it is not given.</summary>
    /// <param name="given">The facts.</param>
    /// <param name="program">That asks.</param>
    /// <exception cref="FactException">A course lacks occupation, level or date.</exception>
    public static IReadOnlyList<SubsidisedCourse>? Read(FactSet given, string program) =>
        given.Records(Name) is { } courses ? [.. courses.Select(course => Course(course, program))] : null;

    /// <summary>As it is recorded (存档).</summary>
    public static NamedValue Recorded(IReadOnlyList<SubsidisedCourse>? courses) =>
        new(Name, courses is null ? default : PolicyValue.Of([.. courses.Select(Recorded)]));

    /// <summary>The level of an occupation (等级).</summary>
    /// <exception cref="FactException">It is none.</exception>
    public static Fact<int> LevelOf(FactSet given)
    {
        var level = given.Count("level");
        return !level.IsProven || level.Value is >= 0 and <= LowestLevel
            ? level
            : throw new FactException("level", $"等级（level）应为1至{LowestLevel}，不分等级的为0。");
    }

    private static SubsidisedCourse Course(FactSet given, string program)
    {
        var (occupation, level, date) = (given.Text("occupation"), LevelOf(given), given.Day("date"));
        given.DemandAllRead(program);
        return occupation.IsProven && level.IsProven && date.IsProven
            ? new(occupation.Value, level.Value, date.Value)
            : throw new FactException(Name, $"事实“{Name}”的每一项应有职业（occupation）、等级（level）和日期（date）。");
    }

    private static PolicyValue Recorded(SubsidisedCourse one)
    {
        NamedValue[] entries = [new("occupation", PolicyValue.Of(one.Occupation)), new("level", PolicyValue.Of((decimal)one.Level)), new("date", PolicyValue.Of(one.Date))];
        return PolicyValue.Of(entries);
    }
}
