using System.Collections.Concurrent;

namespace Wenye.Policy;

/// <summary>What all dated parameters have, whatever their type.</summary>
/// <param name="Name">Name in the parameter file, <c>service.name</c>.</param>
/// <param name="Unit">The unit that the file must state too.</param>
public abstract record Parameter(string Name, Unit Unit)
{
    // Parameters of one name share a slot, however often code makes one.
    private static readonly ConcurrentDictionary<string, int> Slots = new(StringComparer.Ordinal);
    private static int slots;

    /// <summary>Name in the parameter file, <c>service.name</c>.</summary>
    public string Name { get; } = Name;

    /// <summary>Where every <see cref="PolicyContext"/> of this process keeps what it resolved for this name: an index, not a search.</summary>
    internal int Slot { get; } = Slots.GetOrAdd(Name, static _ => Interlocked.Increment(ref slots) - 1);

    /// <summary>A whole number in a unit (整数参数).</summary>
    public static Parameter<int> Count(string name, Unit unit) => new(name, unit, value => decimal.ToInt32(value.Number));

    /// <summary>A decimal (小数参数).</summary>
    public static Parameter<decimal> Number(string name, Unit unit) => new(name, unit, value => value.Number);

    /// <summary>An exact rate (比率参数).</summary>
    public static Parameter<Rate> Rate(string name) => new(name, Unit.Rate, value => new Rate(value.Number));

    /// <summary>An amount (金额参数).</summary>
    public static Parameter<Money> Money(string name) => new(name, Unit.Yuan, value => Policy.Money.FromYuan(value.Number));

    /// <summary>A day that a clause names (日期参数).</summary>
    public static Parameter<DateOnly> Day(string name) => new(name, Unit.Date, value => value.Day);

    /// <summary>A rule without a number, so that its clause and its days are data (规则).</summary>
    public static Parameter<bool> Rule(string name) => new(name, Unit.Rule, value => value.ToString() == "true");

    /// <summary>A list of terms (列举参数).</summary>
    /// <exception cref="InvalidDataException">Thrown on use when the file names a term that the enum does not have.</exception>
    public static Parameter<Terms<T>> Terms<T>(string name)
        where T : notnull => new(name, Unit.Terms, value => new Terms<T>(value.Items.Select(item => Parse<T>(name, item.ToString()))));

    private static T Parse<T>(string name, string text)
        where T : notnull => Term<T>.TryParse(text, out var term)
            ? term
            : throw new InvalidDataException($"参数 {name} 列有未知的“{text}”，应为：{string.Join('、', Term<T>.All)}。");
}

/// <summary>A dated, regional parameter of policy as code names it (政策参数). The values are data.</summary>
/// <param name="Name">Name in the parameter file.</param>
/// <param name="Unit">The unit that the file must state too.</param>
/// <param name="Read">Makes the typed value of the file's.</param>
public sealed record Parameter<T>(string Name, Unit Unit, Func<PolicyValue, T> Read) : Parameter(Name, Unit)
    where T : notnull;

/// <summary>A parameter's value for one region and day (适用值), typed, or unset when no document in force gives one.</summary>
public sealed class Dated<T> : IDated
    where T : notnull
{
    private readonly T? value;

    internal Dated(ParameterUse use, T? value)
    {
        Use = use;
        IsSet = use.IsSet;
        this.value = value;
    }

    /// <inheritdoc/>
    public ParameterUse Use { get; }

    /// <summary>Name of the parameter.</summary>
    public string Name => Use.Name;

    /// <summary>Whether a document in force gives a value (有无规定).</summary>
    public bool IsSet { get; }

    /// <summary>The clause that gives the value; when unset, the clause that should (依据).</summary>
    public Clause Clause => Use.Clause;

    /// <summary>The value (值).</summary>
    /// <exception cref="InvalidOperationException">No document in force gives one; it is never taken as zero.</exception>
    public T Value => IsSet ? value! : throw new InvalidOperationException($"Parameter '{Name}' is not set.");

    /// <summary>What was set is <paramref name="expected"/> (设定值): unproven, by the parameter's name, when nothing is set.</summary>
    public Proposition Is(T expected) => IsSet
        ? new Fact<T>(Name, true, value).Test(EqualityComparer<T>.Default.Equals(value, expected), Comparison.Is, new FixedThreshold(PolicyValue.From(expected), Use))
        : Proposition.Unproven(Name, Use);
}

/// <summary>A parameter's value for one region and day, whatever its type.</summary>
public interface IDated
{
    /// <summary>The value with its citation and explanation.</summary>
    ParameterUse Use { get; }
}
