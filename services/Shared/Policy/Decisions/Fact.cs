namespace Wenye.Policy;

/// <summary>A fact by name, known or unproven (事实). A fact nobody has established is unproven, never "no".</summary>
/// <remarks>A default value is unproven. A plain value converts to a known fact; the facts record gives it its name.</remarks>
/// <typeparam name="T">bool, int, decimal, string, DateOnly, YearMonth, Money or an enum whose names in snake_case are the terms.</typeparam>
public readonly record struct Fact<T>
    where T : notnull
{
    private readonly T? value;

    internal Fact(string name, bool isProven, T? value)
    {
        Name = name;
        IsProven = isProven;
        this.value = value;
    }

    /// <summary>Name of the fact in cases, stored decisions and requests for material (名称).</summary>
    public string Name => field ?? "";

    /// <summary>Whether the fact is established (已证实).</summary>
    public bool IsProven { get; }

    /// <summary>The value (值).</summary>
    /// <exception cref="InvalidOperationException">The fact is unproven.</exception>
    public T Value => IsProven ? value! : throw new InvalidOperationException($"Fact '{Name}' is unproven.");

    /// <summary>The value with its name, for storage (记录).</summary>
    public NamedValue Recorded => new(Name, IsProven ? PolicyValue.From(value!) : default);

    public static implicit operator Fact<T>(T value) => new("", true, value);

    /// <summary>The same fact under its name.</summary>
    public Fact<T> Named(string name) => new(name, IsProven, value);

    /// <summary>A fact that follows from this one (推定): unproven when this is, and asked for by this one's name.</summary>
    public Fact<TOther> Map<TOther>(Func<T, TOther> derive)
        where TOther : notnull => IsProven ? new(Name, true, derive(value!)) : new(Name, false, default);

    /// <summary>The fact is established, whatever its value (已查明).</summary>
    public Proposition IsEstablished() => Test(true, Comparison.Established, null);

    /// <summary>The fact equals <paramref name="expected"/> (等于).</summary>
    public Proposition Is(T expected) =>
        Test(IsProven && EqualityComparer<T>.Default.Equals(value, expected), Comparison.Is, FixedThreshold.Of(expected));

    /// <summary>The fact differs from <paramref name="unwanted"/> (不等于).</summary>
    public Proposition IsNot(T unwanted) =>
        Test(IsProven && !EqualityComparer<T>.Default.Equals(value, unwanted), Comparison.IsNot, FixedThreshold.Of(unwanted));

    /// <summary>The fact is on a dated list (属于); unproven when no list is in force.</summary>
    public Proposition OneOf(Dated<Terms<T>> list) => list.IsSet
        ? Test(IsProven && list.Value.Contains(value!), Comparison.OneOf, list.Use)
        : Proposition.Unproven(list.Name, list.Use);

    /// <summary>The fact is not on a dated list (不属于); unproven when no list is in force.</summary>
    public Proposition NoneOf(Dated<Terms<T>> list) => list.IsSet
        ? Test(IsProven && !list.Value.Contains(value!), Comparison.NoneOf, list.Use)
        : Proposition.Unproven(list.Name, list.Use);

    /// <summary>The statement that a comparison of this fact with <paramref name="basis"/>, a parameter or fixed threshold, gives.</summary>
    internal Proposition Test(bool holds, Comparison comparison, object? basis) => IsProven
        ? new(Name, holds ? Answer.Met : Answer.NotMet, comparison, PolicyValue.From(value!), basis)
        : new(Name, Answer.Unproven, comparison, default, basis);
}

/// <summary>Makes facts and compares ordered ones (事实).</summary>
public static class Fact
{
    /// <summary>An unproven fact (未证实).</summary>
    public static Fact<T> Unproven<T>(string name)
        where T : notnull => new(name, false, default);

    /// <summary>A known fact (已证实).</summary>
    public static Fact<T> Known<T>(string name, T value)
        where T : notnull => new(name, true, value);

    /// <summary>Known when there is a value, else unproven.</summary>
    public static Fact<T> From<T>(T? value)
        where T : struct => value is { } known ? known : default(Fact<T>);

    /// <summary>Known when there is a value, else unproven.</summary>
    public static Fact<T> From<T>(T? value)
        where T : class => value is { } known ? known : default(Fact<T>);

    /// <summary>At or above a fixed threshold (不低于).</summary>
    public static Proposition AtLeast<T>(this Fact<T> fact, T threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.AtLeast, FixedThreshold.Of(threshold));

    /// <summary>At or above a dated parameter (不低于).</summary>
    public static Proposition AtLeast<T>(this Fact<T> fact, Dated<T> threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.AtLeast);

    /// <summary>At or below a fixed threshold (不高于).</summary>
    public static Proposition AtMost<T>(this Fact<T> fact, T threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.AtMost, FixedThreshold.Of(threshold));

    /// <summary>At or below a dated parameter (不高于).</summary>
    public static Proposition AtMost<T>(this Fact<T> fact, Dated<T> threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.AtMost);

    /// <summary>Above a fixed threshold (高于).</summary>
    public static Proposition Above<T>(this Fact<T> fact, T threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.Above, FixedThreshold.Of(threshold));

    /// <summary>Above a dated parameter (高于).</summary>
    public static Proposition Above<T>(this Fact<T> fact, Dated<T> threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.Above);

    /// <summary>Below a fixed threshold (低于).</summary>
    public static Proposition Below<T>(this Fact<T> fact, T threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.Below, FixedThreshold.Of(threshold));

    /// <summary>Below a dated parameter (低于).</summary>
    public static Proposition Below<T>(this Fact<T> fact, Dated<T> threshold)
        where T : notnull, IComparable<T> => Compare(fact, threshold, Comparison.Below);

    private static Proposition Compare<T>(Fact<T> fact, Dated<T> threshold, Comparison comparison)
        where T : notnull, IComparable<T> => threshold.IsSet
            ? Compare(fact, threshold.Value, comparison, threshold.Use)
            : Proposition.Unproven(threshold.Name, threshold.Use);

    private static Proposition Compare<T>(Fact<T> fact, T threshold, Comparison comparison, object basis)
        where T : notnull, IComparable<T>
    {
        var order = fact.IsProven ? fact.Value.CompareTo(threshold) : 0;
        var holds = comparison switch
        {
            Comparison.AtLeast => order >= 0,
            Comparison.AtMost => order <= 0,
            Comparison.Above => order > 0,
            _ => order < 0,
        };
        return fact.Test(holds, comparison, basis);
    }
}
