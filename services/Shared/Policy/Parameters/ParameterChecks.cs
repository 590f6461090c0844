namespace Wenye.Policy;

/// <summary>What the values of one parameter must be among themselves (参数核对).</summary>
internal static class ParameterChecks
{
    /// <exception cref="PolicyDataException">A gap between two values of a region, or an overlap whose winner nobody states.</exception>
    public static void Demand(string source, ParameterSeries series)
    {
        foreach (var region in series.Values.GroupBy(value => value.Region))
        {
            DemandNoGap(source, series.Name, [.. region.OrderBy(value => value.Days.From)]);
            DemandStatedWinners(source, series.Name, [.. region]);
        }
    }

    private static void DemandNoGap(string source, string name, List<DatedValue> values)
    {
        var coveredTo = values[0].Days.To;
        foreach (var value in values.Skip(1))
        {
            if (coveredTo < DateOnly.MaxValue && value.Days.From > coveredTo.AddDays(1))
            {
                throw new PolicyDataException(source, $"参数 {name} 在{value.Region}于{coveredTo.AddDays(1):yyyy-MM-dd}至{value.Days.From.AddDays(-1):yyyy-MM-dd}没有值。");
            }

            coveredTo = value.Days.To > coveredTo ? value.Days.To : coveredTo;
        }
    }

    private static void DemandStatedWinners(string source, string name, List<DatedValue> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            foreach (var later in values.Skip(i + 1).Where(later => later.Days.Overlaps(values[i].Days)))
            {
                var earlier = values[i];
                if (later.Issued == earlier.Issued || later.Supersedes != earlier.Cite.Citation)
                {
                    throw new PolicyDataException(source, $"参数 {name} 在{later.Region}的{earlier.Cite}与{later.Cite}适用期间重叠，须由后发文件写明 supersedes: {earlier.Cite}。");
                }
            }
        }
    }
}
