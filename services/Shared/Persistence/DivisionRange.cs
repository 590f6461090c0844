namespace Wenye.Persistence;

/// <summary>The codes at and below a division (辖区范围): from the first, included, to the last, excluded, in the order of collation C.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Excluded.</param>
public readonly record struct DivisionRange(string From, string To)
{
    /// <summary>370000 → 37 to 38, 370100 → 3701 to 3702, 370102 → itself alone.</summary>
    public static DivisionRange Of(string division)
    {
        var area = division;
        while (area.EndsWith("00", StringComparison.Ordinal))
        {
            area = area[..^2];
        }

        // The character after the last digit follows 9 as well as 8: no code lies between.
        return new(area, area.Length == 0 ? ":" : area[..^1] + (char)(area[^1] + 1));
    }

    /// <summary>Whether the text is six digits (六位行政区划代码).</summary>
    public static bool IsCode(string division) => division.Length == 6 && division.All(char.IsAsciiDigit);
}
