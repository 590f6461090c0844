namespace Wenye.Registration.Exchange;

/// <summary>What a division covers (行政区划范围), as the beginning of the codes: 370100 covers all that begin with 3701.</summary>
internal static class DivisionArea
{
    /// <summary>The beginning that the codes of the division and all below it share; empty for the country.</summary>
    public static string Of(string division)
    {
        while (division.EndsWith("00", StringComparison.Ordinal))
        {
            division = division[..^2];
        }

        return division;
    }
}
