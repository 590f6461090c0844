namespace Wenye.Policy;

/// <summary>One value of a parameter (参数值): where, from when, and which clause says so.</summary>
/// <param name="Region">The region whose document it is (地区).</param>
/// <param name="Days">The days it applies to (适用期间), reaching back before <paramref name="Issued"/> where the document says so.</param>
/// <param name="Issued">The day of the document that puts it in force in this region (发文日): the later one wins.</param>
/// <param name="Value">The value.</param>
/// <param name="Cite">The clause (依据).</param>
/// <param name="Text">The words of the clause (原文); empty when not quoted.</param>
/// <param name="Supersedes">The citation it says it displaces (取代); null when it displaces nothing.</param>
/// <param name="Note">Why it applies here and from this day, where that needs saying (说明).</param>
public sealed record DatedValue(
    Division Region,
    DateRange Days,
    DateOnly Issued,
    PolicyValue Value,
    Clause Cite,
    string Text,
    string? Supersedes,
    string Note);

/// <summary>All values of one parameter (参数系列).</summary>
/// <param name="Name">Name, <c>service.name</c>.</param>
/// <param name="Title">What it is, in Chinese (名称).</param>
/// <param name="Unit">The unit of every value.</param>
/// <param name="SetByOperator">Whether a document leaves it to the city, so that the operator sets it (由各市确定).</param>
/// <param name="Authority">The clause that sets it, or that leaves it to the city; cited when it is unset.</param>
/// <param name="Values">The values, by region and then by day of issue.</param>
internal sealed record ParameterSeries(
    string Name,
    string Title,
    Unit Unit,
    bool SetByOperator,
    Clause Authority,
    IReadOnlyList<DatedValue> Values)
{
    /// <summary>Values in force in exactly this region on this day, the winner first.</summary>
    public IEnumerable<DatedValue> InForce(Division region, DateOnly day) =>
        Values.Where(value => value.Region == region && value.Days.Contains(day)).OrderByDescending(value => value.Issued);
}
