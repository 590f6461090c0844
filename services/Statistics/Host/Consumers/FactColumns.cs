using Npgsql;
using NpgsqlTypes;
using Wenye.Policy;

namespace Wenye.Statistics.Consumers;

/// <summary>A batch of facts as columns (批量事实), for one set-based statement.</summary>
internal static class FactColumns
{
    /// <summary>One column of the batch under its parameter name, which is the column's where the statement is made of them.</summary>
    public static NpgsqlParameter Column<T>(string name, NpgsqlDbType type, IEnumerable<T> values) =>
        new(name, NpgsqlDbType.Array | type) { Value = values.ToArray() };

    /// <summary>The calendar month of each day (自然月), YYYY-MM.</summary>
    public static NpgsqlParameter Months(IEnumerable<DateOnly> days) => Column("month", NpgsqlDbType.Text, days.Select(day => YearMonth.Of(day).ToString()));

    /// <summary>The report period of each place and day (统计报表期); null where no document in force tells it.</summary>
    public static NpgsqlParameter Periods(IEnumerable<(string Division, DateOnly Day)> facts) => Column("period", NpgsqlDbType.Text, PeriodsOf(facts));

    // A batch holds few days and places: each period is decided once.
    private static IEnumerable<string?> PeriodsOf(IEnumerable<(string Division, DateOnly Day)> facts)
    {
        var decided = new Dictionary<(string, DateOnly), string?>();
        foreach (var fact in facts)
        {
            if (!decided.TryGetValue(fact, out var period))
            {
                decided[fact] = period = ReportPeriods.Of(fact.Division, fact.Day);
            }

            yield return period;
        }
    }
}
