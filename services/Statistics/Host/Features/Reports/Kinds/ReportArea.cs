using Wenye.Persistence;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Where cells are read from (报表范围).</summary>
/// <param name="Division">GB/T 2260.</param>
/// <param name="OwnOnly">Only what is registered with the division itself (本级): a unit's part.</param>
internal sealed record ReportArea(string Division, bool OwnOnly)
{
    private const int CodeDigits = 6;
    private const int DigitsOfALevel = 2;

    private DivisionRange Range => DivisionRange.Of(Division);

    /// <summary>The first code of it.</summary>
    public string From => OwnOnly ? Division : Range.From;

    /// <summary>The first code after it, in the order of collation C.</summary>
    public string To => OwnOnly ? Division + "\u0001" : Range.To;

    /// <summary>The row that a place lies in (所在行): the division itself, or the one right below it.</summary>
    public string RowOf(string place, bool below)
    {
        var own = Range.From;
        var digits = below ? Math.Min(own.Length + DigitsOfALevel, CodeDigits) : own.Length;
        return place[..digits].PadRight(CodeDigits, '0');
    }
}
