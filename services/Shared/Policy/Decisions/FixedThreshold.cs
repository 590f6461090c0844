namespace Wenye.Policy;

/// <summary>A threshold that a clause itself fixes (固定标准), such as yes or a term; or what a parameter is expected to be set to.</summary>
/// <param name="Value">What the fact is compared with.</param>
/// <param name="Parameter">The parameter, where it is itself the fact; else null.</param>
internal sealed record FixedThreshold(PolicyValue Value, ParameterUse? Parameter = null)
{
    private static readonly FixedThreshold Yes = new(PolicyValue.Of(true));
    private static readonly FixedThreshold No = new(PolicyValue.Of(false));

    /// <summary>The threshold of a value; for yes, no and terms always the same one.</summary>
    public static FixedThreshold Of<T>(T value)
        where T : notnull
    {
        if (typeof(T) == typeof(bool))
        {
            return (bool)(object)value ? Yes : No;
        }

        return Term<T>.PlaceOf(value) is >= 0 and var place ? OfTerms<T>.All[place] : new(PolicyValue.From(value));
    }

    private static class OfTerms<T>
        where T : notnull
    {
        public static readonly FixedThreshold[] All = [.. Term<T>.All.Select(term => new FixedThreshold(PolicyValue.Of(term)))];
    }
}
