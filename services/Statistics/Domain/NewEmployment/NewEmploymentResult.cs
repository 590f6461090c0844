using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>The figure and every record behind it (城镇新增就业人数及明细).</summary>
/// <param name="Period">报告期.</param>
/// <param name="Admitted">Records that count, with the clause that lets each in, in order of id (计入记录).</param>
/// <param name="Excluded">Records that do not, with the clause that keeps each out, in order of id (不计入记录).</param>
/// <param name="Asked">Records of which something is to be established, in order of id (待补正记录).</param>
/// <param name="Attrition">People who left work by nature (自然减员); null while it is not established.</param>
/// <param name="OfEarlierPeriod">The attrition is that of an earlier period (采用前期数据).</param>
public sealed record NewEmploymentResult(
    YearMonth Period,
    IReadOnlyDictionary<string, Clause> Admitted,
    IReadOnlyDictionary<string, Clause> Excluded,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Asked,
    int? Attrition,
    bool OfEarlierPeriod) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("period", PolicyValue.Of(Period));
        yield return new("excluded", Clauses(Excluded));
        if (Asked.Count > 0)
        {
            yield return new("asked", PolicyValue.Of([.. Asked.Select(one =>
                new NamedValue(one.Key, PolicyValue.Of([.. one.Value.Select(PolicyValue.Of)])))]));
            yield break;
        }

        yield return new("counted", PolicyValue.Of([.. Admitted.Keys.Select(one => PolicyValue.Of(one))]));
        yield return new("admitted", Clauses(Admitted));
        yield return new("new_workers", PolicyValue.Of((decimal)Admitted.Count));
        if (Attrition is { } attrition)
        {
            yield return new("attrition", PolicyValue.Of((decimal)attrition));
            yield return new("attrition_of_earlier_period", PolicyValue.Of(OfEarlierPeriod));
            yield return new("new_urban_employment", PolicyValue.Of((decimal)(Admitted.Count - attrition)));
        }
    }

    private static PolicyValue Clauses(IReadOnlyDictionary<string, Clause> records) =>
        PolicyValue.Of([.. records.Select(one => new NamedValue(one.Key, PolicyValue.Of(one.Value.Citation)))]);
}
