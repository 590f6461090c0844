namespace Wenye.Statistics.Data.Reports;

/// <summary>People employed in towns when a year ended (年末城镇从业人员数), as the statistics office delivers them: 95号 二, 79号 三(十).</summary>
public sealed class EmployedAtYearEnd
{
    /// <summary>Of which place it was delivered, GB/T 2260; a city's is not the sum of its counties'.</summary>
    public required string Division { get; init; }

    /// <summary>The year that ended.</summary>
    public required int Year { get; init; }

    /// <summary>Above zero.</summary>
    public required long People { get; init; }
}

/// <summary>A city's or county's own target of a year (市县分解的年度目标), 〔2020〕20号 三(一).</summary>
public sealed class AnnualTarget
{
    /// <summary>Whose, GB/T 2260. The province's are parameters.</summary>
    public required string Division { get; init; }

    public required int Year { get; init; }

    /// <summary>目标指标: a term of TargetIndicator, as statistics.target has them.</summary>
    public required string Measure { get; init; }

    /// <summary>最低目标: people, times or firms, or a rate as a decimal.</summary>
    public required decimal Lowest { get; init; }

    /// <summary>中间目标; null: none was set.</summary>
    public required decimal? Middle { get; init; }

    /// <summary>最高目标; null: none was set.</summary>
    public required decimal? Highest { get; init; }
}
