namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Who of some people has a place in a class, or had one (已报名人员), by the text of their hashes.</summary>
/// <param name="standing">Enrolled and not withdrawn.</param>
/// <param name="withdrawn">Withdrawn: they may enrol again.</param>
internal sealed class EnrolledPeople(HashSet<string> standing, HashSet<string> withdrawn)
{
    /// <summary>Whether the person is enrolled (是否在班).</summary>
    public bool Stands(string key) => standing.Contains(key);

    /// <summary>Whether the person had withdrawn (是否曾退班).</summary>
    public bool HadWithdrawn(string key) => withdrawn.Contains(key);
}
