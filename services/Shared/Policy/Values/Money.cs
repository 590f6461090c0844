using System.Globalization;

namespace Wenye.Policy;

/// <summary>An amount of money (金额): yuan, exact, never more than two decimals. Rounding happens once, in <see cref="Round"/>.</summary>
/// <remarks>Products with rates are plain decimals on purpose: they become money only through <see cref="Round"/>.</remarks>
public readonly record struct Money : IComparable<Money>
{
    private Money(decimal yuan) => Yuan = yuan;

    /// <summary>No money (零元).</summary>
    public static Money Zero => default;

    /// <summary>Amount in yuan (元).</summary>
    public decimal Yuan { get; }

    /// <summary>Amount in fen (分).</summary>
    public long Fen => (long)(Yuan * 100);

    /// <summary>An amount that is already whole fen (元).</summary>
    /// <exception cref="ArgumentException">More than two decimals: the caller must say where it rounds.</exception>
    public static Money FromYuan(decimal yuan) => decimal.Round(yuan, 2) == yuan
        ? new(yuan)
        : throw new ArgumentException($"{yuan} yuan is not whole fen; round once, at the end, with Money.Round.", nameof(yuan));

    /// <summary>An amount in fen (分).</summary>
    public static Money FromFen(long fen) => new(fen / 100m);

    /// <summary>The one rounding of a calculation (四舍五入到分): half up, away from zero.</summary>
    public static Money Round(decimal exactYuan) => new(decimal.Round(exactYuan, 2, MidpointRounding.AwayFromZero));

    public static Money operator +(Money left, Money right) => new(left.Yuan + right.Yuan);

    public static Money operator -(Money left, Money right) => new(left.Yuan - right.Yuan);

    public static Money operator *(Money amount, int times) => new(amount.Yuan * times);

    /// <summary>An exact share of an amount (按比例), still to be rounded.</summary>
    public static decimal operator *(Money amount, Rate rate) => amount.Yuan * rate.Value;

    public static bool operator <(Money left, Money right) => left.Yuan < right.Yuan;

    public static bool operator >(Money left, Money right) => left.Yuan > right.Yuan;

    public static bool operator <=(Money left, Money right) => left.Yuan <= right.Yuan;

    public static bool operator >=(Money left, Money right) => left.Yuan >= right.Yuan;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    /// <summary>For example <c>50000.00</c>.</summary>
    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>An exact rate (比率): 0.055 is 5.5 %.</summary>
/// <param name="Value">The rate as a decimal.</param>
public readonly record struct Rate(decimal Value) : IComparable<Rate>
{
    public static bool operator <(Rate left, Rate right) => left.Value < right.Value;

    public static bool operator >(Rate left, Rate right) => left.Value > right.Value;

    public static bool operator <=(Rate left, Rate right) => left.Value <= right.Value;

    public static bool operator >=(Rate left, Rate right) => left.Value >= right.Value;

    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> is at most this rate, without dividing (不超过).</summary>
    public bool Covers(decimal part, decimal whole) => part <= Value * whole;

    /// <inheritdoc/>
    public int CompareTo(Rate other) => Value.CompareTo(other.Value);

    /// <summary>As a decimal, for example <c>0.055</c>.</summary>
    public override string ToString() => PolicyValue.Canonical(Value);
}
