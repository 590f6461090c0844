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
public readonly record struct PolicyValue
{
    private readonly decimal number;
    private readonly object? content;

    private PolicyValue(ValueKind kind, decimal number, object? content = null)
    {
        Kind = kind;
        this.number = number;
        this.content = content;
    }

    /// <summary>What the value is (类型).</summary>
    public ValueKind Kind { get; }

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

    public static PolicyValue Of(bool value) => new(ValueKind.Truth, value ? 1 : 0);

    public static PolicyValue Of(decimal value) => new(ValueKind.Number, value);

    public static PolicyValue Of(Money value) => new(ValueKind.Money, value.Yuan);

    public static PolicyValue Of(DateOnly value) => new(ValueKind.Day, value.DayNumber);

    public static PolicyValue Of(YearMonth value) => new(ValueKind.Month, value.Index);

    public static PolicyValue Of(string value) => new(ValueKind.Text, 0, value);

    public static PolicyValue Of(IReadOnlyList<PolicyValue> items) => new(ValueKind.List, 0, items);

    public static PolicyValue Of(IReadOnlyList<NamedValue> entries) => new(ValueKind.Map, 0, entries);

    /// <summary>The value of a typed fact; enums become their terms in snake_case.</summary>
    /// <exception cref="NotSupportedException">The type has no place in a decision.</exception>
    public static PolicyValue From<T>(T value)
        where T : notnull => Conversion<T>.Apply(value);

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
    internal static string Canonical(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static class Conversion<T>
        where T : notnull
    {
        /// <summary>Chosen once for each type, so that the hot path neither boxes nor reflects.</summary>
        public static readonly Func<T, PolicyValue> Apply = Choose();

        private static Func<T, PolicyValue> Choose() => typeof(T) switch
        {
            var type when type == typeof(bool) => (Func<T, PolicyValue>)(object)(Func<bool, PolicyValue>)Of,
            var type when type == typeof(int) => (Func<T, PolicyValue>)(object)(Func<int, PolicyValue>)(number => Of((decimal)number)),
            var type when type == typeof(decimal) => (Func<T, PolicyValue>)(object)(Func<decimal, PolicyValue>)Of,
            var type when type == typeof(Money) => (Func<T, PolicyValue>)(object)(Func<Money, PolicyValue>)Of,
            var type when type == typeof(DateOnly) => (Func<T, PolicyValue>)(object)(Func<DateOnly, PolicyValue>)Of,
            var type when type == typeof(YearMonth) => (Func<T, PolicyValue>)(object)(Func<YearMonth, PolicyValue>)Of,
            var type when type == typeof(string) => (Func<T, PolicyValue>)(object)(Func<string, PolicyValue>)Of,
            var type when type == typeof(PolicyValue) => (Func<T, PolicyValue>)(object)(Func<PolicyValue, PolicyValue>)(value => value),
            { IsEnum: true } => value => Of(Term<T>.Text(value)),
            var type => throw new NotSupportedException($"A fact of type {type} cannot be recorded in a decision."),
        };
    }
}

/// <summary>A value under its name (具名值).</summary>
/// <param name="Name">Name in snake_case.</param>
/// <param name="Value">The value; of kind Unproven when unknown.</param>
public readonly record struct NamedValue(string Name, PolicyValue Value);
