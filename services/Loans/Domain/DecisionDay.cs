using Wenye.Policy;

namespace Wenye.Loans.Domain;

/// <summary>The day of the decision as a fact (决定日), for clauses that end on a day.</summary>
internal static class DecisionDay
{
    /// <summary>The day on which the decision is taken, always known.</summary>
    public static Fact<DateOnly> Of(PolicyContext policy) => Fact.Known("as_of", policy.AsOf);
}
