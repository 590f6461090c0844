namespace Google.Type;

/// <summary>Converts between .NET's days and the message.</summary>
public static class DateExtensions
{
    /// <summary>The day as a message; the time of day is dropped.</summary>
    public static Date ToDate(this DateTime dateTime) => new() { Year = dateTime.Year, Month = dateTime.Month, Day = dateTime.Day };

    /// <summary>The day as a message; time of day and offset are dropped.</summary>
    public static Date ToDate(this DateTimeOffset dateTimeOffset) => dateTimeOffset.Date.ToDate();
}

/// <summary>Converts a day.</summary>
public partial class Date
{
    /// <summary>The day as a message.</summary>
    public static Date FromDateTime(DateTime dateTime) => dateTime.ToDate();

    /// <summary>The day as a message.</summary>
    public static Date FromDateTimeOffset(DateTimeOffset dateTimeOffset) => dateTimeOffset.ToDate();

    /// <summary>Midnight of the day, of unspecified kind.</summary>
    /// <exception cref="InvalidOperationException">A part of the date is not said, or the day does not exist.</exception>
    public DateTime ToDateTime()
    {
        try
        {
            return new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidOperationException($"{Year}-{Month}-{Day} is not a whole date.", e);
        }
    }

    /// <summary>Midnight UTC of the day.</summary>
    /// <exception cref="InvalidOperationException">A part of the date is not said, or the day does not exist.</exception>
    public DateTimeOffset ToDateTimeOffset() => new(ToDateTime(), TimeSpan.Zero);
}

/// <summary>Converts an amount.</summary>
public partial class Money
{
    private const decimal NanosPerUnit = 1_000_000_000m;

    /// <summary>The amount as a decimal; the currency stands beside it. At most nine decimal places can be set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has more than nine decimal places or does not fit.</exception>
    public decimal DecimalValue
    {
        get => Units + (Nanos / NanosPerUnit);
        set
        {
            var units = decimal.Truncate(value);
            var nanos = (value - units) * NanosPerUnit;
            if (nanos != decimal.Truncate(nanos) || units is < long.MinValue or > long.MaxValue)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "An amount has at most nine decimal places and fits 64 bits.");
            }

            Units = (long)units;
            Nanos = (int)nanos;
        }
    }
}
