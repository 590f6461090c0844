namespace Wenye.Stabilization.Data;

/// <summary>What was stated of a city's special account (职业技能提升行动专账余额); only ever appended, the last figure of the latest day counts.</summary>
public sealed class SpecialAccount
{
    /// <summary>In the order stated, given by the database.</summary>
    public long Number { get; init; }

    /// <summary>GB/T 2260 of the city.</summary>
    public required string Pool { get; init; }

    /// <summary>The day of the balance.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>建账资金规模, fen.</summary>
    public required long EstablishedFen { get; init; }

    /// <summary>专账余额, fen.</summary>
    public required long BalanceFen { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    /// <summary>The agency that stated it.</summary>
    public required string Agency { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; init; }
}
