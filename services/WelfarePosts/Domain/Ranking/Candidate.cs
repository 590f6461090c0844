using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>Someone who might be placed (拟安置人员), as welfare_posts.ranking looks at them. Null is unproven.</summary>
/// <param name="Id">Whatever tells candidates apart (编号); the last resort where all three factors are alike.</param>
/// <param name="Group">群体.</param>
/// <param name="InZeroEmploymentFamily">Of a family in which nobody works (零就业家庭成员).</param>
/// <param name="BirthDate">出生日期.</param>
/// <param name="RegisteredOn">The day of registration as unemployed (登记失业时间).</param>
/// <param name="ServicesLastYear">Trainings and introductions within a year, recorded in the province's system (一年内接受服务次数).</param>
/// <param name="MeetsRequirements">Meets what the employer asks for the post (符合用工条件), an addition; null: not in question.</param>
public sealed record Candidate(
    string Id,
    HardshipGroup? Group = null,
    bool? InZeroEmploymentFamily = null,
    DateOnly? BirthDate = null,
    DateOnly? RegisteredOn = null,
    int? ServicesLastYear = null,
    bool? MeetsRequirements = null)
{
    /// <summary>The candidate as it is stored (记录).</summary>
    internal PolicyValue Entries
    {
        get
        {
            NamedValue[] entries =
            [
                new("id", PolicyValue.Of(Id)),
                Fact.From(Group).Named("group").Recorded,
                Fact.From(InZeroEmploymentFamily).Named("in_zero_employment_family").Recorded,
                Fact.From(BirthDate).Named("birth_date").Recorded,
                Fact.From(RegisteredOn).Named("registered_on").Recorded,
                Fact.From(ServicesLastYear).Named("services_last_year").Recorded,
                Fact.From(MeetsRequirements).Named("meets_requirements").Recorded,
            ];
            return PolicyValue.Of(entries);
        }
    }

    /// <summary>Reads one of a list (读取).</summary>
    /// <exception cref="FactException">It has no id, or a fact nobody knows.</exception>
    internal static Candidate Read(FactSet given)
    {
        var id = given.Text("id");
        var candidate = new Candidate(
            id.IsProven && id.Value.Length > 0 ? id.Value : throw new FactException(RankingFacts.CandidatesName, "每名候选人应有编号（id）。"),
            Known(given.Choice<HardshipGroup>("group")),
            Known(given.Truth("in_zero_employment_family")),
            Known(given.Day("birth_date")),
            Known(given.Day("registered_on")),
            Known(given.Count("services_last_year")),
            Known(given.Truth("meets_requirements")));
        given.DemandAllRead(CandidateRanking.Name);
        return candidate;
    }

    private static T? Known<T>(Fact<T> fact)
        where T : struct => fact.IsProven ? fact.Value : null;
}
