using Wenye.Policy;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Apprentices;

/// <summary>What training.apprentice looks at (学徒认定的事实): one apprentice by name. What is left out is unproven.</summary>
public sealed record NamedApprenticeFacts : IFacts
{
    /// <summary>Works for the firm that trains (本企业职工): by the register of employment or the contract of labour.</summary>
    public Fact<bool> EmployedByFirm { get; init => field = value.Named("employed_by_firm"); } = Fact.Unproven<bool>("employed_by_firm");

    /// <summary>职业（工种）代码.</summary>
    public Fact<string> Occupation { get; init => field = value.Named("occupation"); } = Fact.Unproven<string>("occupation");

    /// <summary>等级, 1 to 5, 0 for an occupation without levels.</summary>
    public Fact<int> Level { get; init => field = value.Named("level"); } = Fact.Unproven<int>("level");

    /// <summary>What this person was already paid for (已享受的补贴); null is unproven, an empty list says that there was nothing.</summary>
    public IReadOnlyList<SubsidisedCourse>? Subsidised { get; init; }

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A level is none, or a course lacks occupation, level or date.</exception>
    public static NamedApprenticeFacts Read(FactSet given) => new()
    {
        EmployedByFirm = given.Truth("employed_by_firm"),
        Occupation = given.Text("occupation"),
        Level = SubsidisedCourses.LevelOf(given),
        Subsidised = SubsidisedCourses.Read(given, NamedApprentice.Name),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [EmployedByFirm.Recorded, Occupation.Recorded, Level.Recorded, SubsidisedCourses.Recorded(Subsidised)];
}

/// <summary>May this person be paid for as an apprentice of the firm (学徒认定)? What is paid for one, training.apprenticeship says.</summary>
/// <remarks>Pure; the day of the decision is that on which the plan was told. Readings: docs/decisions/0054-training-funding.md.</remarks>
public static class NamedApprentice
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.apprentice";

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(NamedApprenticeFacts facts, PolicyContext policy)
    {
        var (apprentices, times, years) = (policy.Get(Apprenticeship.Apprentices), policy.Get(SubsidyParameters.TimesAYear), policy.Get(SubsidyParameters.RepeatYears));
        return Decision.On(Name, facts, policy)

            // 55号 第六条(一)  企业在职职工（含见习期）参加新型学徒制培训，按…规定给予职业培训补贴
            // 辽 (十一)  对组织新招用高校毕业生或在职青年职工等开展…企业新型学徒制培训的企业，按规定给予职业培训补贴
            .When(apprentices, facts.EmployedByFirm.Is(true))

            // 55号 第四条  给予每人每年不超过3次的职业培训补贴
            .AndIf(times.IsSet, times, SubsidyLimits.TimesThisYear(facts.Subsidised, policy).Below(times))

            // 55号 第四条  同一职业（工种）同一等级一年内不可重复享受
            .AndIf(years.IsSet, years, facts.Occupation.IsEstablished())
            .AndIf(years.IsSet, years, facts.Level.IsEstablished())
            .AndIf(years.IsSet, years, SubsidyLimits.IsNew(facts.Subsidised, facts.Occupation, facts.Level, years.IsSet ? years.Value : 0, policy))
            .Grant();
    }
}
