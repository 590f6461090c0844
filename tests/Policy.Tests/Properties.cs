using FsCheck;
using FsCheck.Fluent;

namespace Wenye.Policy.Tests;

/// <summary>Values for property tests.</summary>
internal static class Properties
{
    /// <summary>Days of the years whose calendar is published.</summary>
    public static Gen<DateOnly> Days { get; } = Days0();

    /// <summary>Divisions of all levels.</summary>
    public static Gen<Division> Divisions { get; } =
        from province in Gen.Elements(0, 13, 21, 37)
        from city in Gen.Choose(0, 3)
        from district in Gen.Choose(0, 3)
        select Division.Parse(province == 0 ? "000000" : city == 0 ? $"{province}0000" : $"{province}{city:00}{district:00}");

    /// <summary>Holds for every value drawn, or throws with the smallest that fails.</summary>
    public static void Hold<T>(Gen<T> values, Func<T, bool> property) => Prop.ForAll(values.ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Gen<DateOnly> Days0()
    {
        var published = WorkingCalendar.StateCouncil.Published;
        return Gen.Choose(0, published.Days - 1).Select(published.From.AddDays);
    }
}
