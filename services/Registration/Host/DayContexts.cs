using System.Collections.Concurrent;
using Wenye.Policy;

namespace Wenye.Registration;

/// <summary>Policy contexts of one day (当日政策参数), each division's resolved and explained once instead of for every case.</summary>
/// <remarks>Grows to the number of divisions that applications name; a new day begins anew.</remarks>
internal sealed class DayContexts(ParameterSet parameters)
{
    private volatile Contexts current = new(DateOnly.MinValue);

    /// <summary>The context of a division and day.</summary>
    public PolicyContext At(string division, DateOnly day)
    {
        var contexts = current;
        if (contexts.Day != day)
        {
            // Two calls at midnight may each begin a set; one of them is then built twice, and both are right.
            current = contexts = new Contexts(day);
        }

        return contexts.ByDivision.GetOrAdd(division, static (code, now) => now.Parameters.At(Division.Parse(code), now.Day), (Parameters: parameters, Day: day));
    }

    private sealed record Contexts(DateOnly Day)
    {
        public ConcurrentDictionary<string, PolicyContext> ByDivision { get; } = new(StringComparer.Ordinal);
    }
}
