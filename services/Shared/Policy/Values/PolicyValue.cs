using System.Globalization;

namespace Wenye.Policy;

/// <summary>What a value is (值的类型).</summary>
public enum ValueKind : byte
{
    /// <summary>No value: the fact is unproven (未证实).</summary>
    Unproven,

    /// <summary>Yes or no (是否).</summary>
    Truth,

    /// <summary>An exact decimal (数值).</summary>
    Number,

    /// <summary>Yuan to the fen (金额).</summary>
    Money,

    /// <summary>A day (日期).</summary>
    Day,

    /// <summary>A calendar month (年月).</summary>
    Month,

    /// <summary>Text or a term (文本).</summary>
    Text,

    /// <summary>A list (列表).</summary>
    List,

    /// <summary>Values by name (映射).</summary>
    Map,
}

/// <summary>A value of a fact, parameter or output (值), exact and without boxing.</summary>
/// <remarks>24 bytes, because each finding copies two: the content, text or a list, says what the value is, or else that all is in the number.</remarks>
public readonly record struct PolicyValue
{
    private readonly decimal number;
    private readonly object? content;

    private PolicyValue(decimal number, object content)
    {
        this.number = number;
        this.content = content;
    }

    /// <summary>What the value is (类型).</summary>
    public ValueKind Kind => content switch
    {
        null => ValueKind.Unproven,
        Scalar scalar => scalar.Kind,
        string => ValueKind.Text,
        IReadOnlyList<PolicyValue> => ValueKind.List,
        _ => ValueKind.Map,
    };

    /// <summary>Items of a list (列表项); empty for other kinds.</summary>
    public IReadOnlyList<PolicyValue> Items => content as IReadOnlyList<PolicyValue> ?? [];

    /// <summary>Entries of a map (映射项); empty for other kinds.</summary>
    public IReadOnlyList<NamedValue> Entries => content as IReadOnlyList<NamedValue> ?? [];

    /// <summary>The number of a number or money (数值).</summary>
    /// <exception cref="InvalidOperationException">The value is neither.</exception>
    public decimal Number => Kind is ValueKind.Number or ValueKind.Money ? number : throw new InvalidOperationException($"A {Kind} has no number.");

    /// <summary>The day of a day (日期).</summary>
    /// <exception cref="InvalidOperationException">The value is none.</exception>
    public DateOnly Day => Kind == ValueKind.Day ? DateOnly.FromDayNumber((int)number) : throw new InvalidOperationException($"A {Kind} is no day.");

    public static PolicyValue Of(bool value) => new(value ? decimal.One : decimal.Zero, Scalar.Truth);

    public static PolicyValue Of(decimal value) => new(value, Scalar.Number);

    public static PolicyValue Of(Money value) => new(value.Yuan, Scalar.Money);

    public static PolicyValue Of(DateOnly value) => new(value.DayNumber, Scalar.Day);

    public static PolicyValue Of(YearMonth value) => new(value.Index, Scalar.Month);

    public static PolicyValue Of(string value) => new(0, value);

    public static PolicyValue Of(IReadOnlyList<PolicyValue> items) => new(0, items);

    public static PolicyValue Of(IReadOnlyList<NamedValue> entries) => new(0, entries);

    /// <summary>The value of a typed fact; enums become their terms in snake_case.</summary>
    /// <exception cref="NotSupportedException">The type has no place in a decision.</exception>
    /// <remarks>The compiler keeps only the line of the type at hand, and boxes nothing.</remarks>
    public static PolicyValue From<T>(T value)
        where T : notnull =>
        typeof(T) == typeof(bool) ? Of((bool)(object)value)
        : typeof(T) == typeof(int) ? Of((decimal)(int)(object)value)
        : typeof(T) == typeof(decimal) ? Of((decimal)(object)value)
        : typeof(T) == typeof(Money) ? Of((Money)(object)value)
        : typeof(T) == typeof(DateOnly) ? Of((DateOnly)(object)value)
        : typeof(T) == typeof(YearMonth) ? Of((YearMonth)(object)value)
        : typeof(T) == typeof(PolicyValue) ? (PolicyValue)(object)value
        : typeof(T).IsEnum ? Of(Term<T>.Text(value))
        : value is string text ? Of(text)
        : throw Unsupported(typeof(T));

    /// <summary>Exact text (文本): ISO dates, decimals without trailing zeros, money with two decimals, lists joined by 、.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Truth => number == 1 ? "true" : "false",
        ValueKind.Number => Canonical(number),
        ValueKind.Money => number.ToString("0.00", CultureInfo.InvariantCulture),
        ValueKind.Day => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.Month => YearMonth.FromIndex((int)number).ToString(),
        ValueKind.Text => (string)content!,
        ValueKind.List => string.Join('、', Items),
        ValueKind.Map => string.Join('、', Entries.Select(entry => $"{entry.Name}={entry.Value}")),
        _ => "",
    };

    /// <summary>An exact decimal without trailing zeros: 5.50 and 5.5 are one number and one text.</summary>
    internal static string Canonical(decimal value) => Shortest(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same number without trailing zeros.</summary>
    internal static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;

    private static NotSupportedException Unsupported(Type type) => new($"A fact of type {type} cannot be recorded in a decision.");

    /// <summary>The kind of a value whose content is all in the number.</summary>
    private sealed class Scalar(ValueKind kind)
    {
        public static readonly Scalar Truth = new(ValueKind.Truth);
        public static readonly Scalar Number = new(ValueKind.Number);
        public static readonly Scalar Money = new(ValueKind.Money);
        public static readonly Scalar Day = new(ValueKind.Day);
        public static readonly Scalar Month = new(ValueKind.Month);

        public ValueKind Kind { get; } = kind;
    }
}

/// <summary>A value under its name (具名值).</summary>
/// <param name="Name">Name in snake_case.</param>
/// <param name="Value">The value; of kind Unproven when unknown.</param>
public readonly record struct NamedValue(string Name, PolicyValue Value);
