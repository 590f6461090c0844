using System.Collections.Concurrent;

namespace Wenye.Policy;

/// <summary>Where and when a decision is taken (决定的地区与日期), with the parameters in force there and then.</summary>
/// <remarks>Immutable and free to share: a batch resolves its parameters once. Make it with <see cref="ParameterSet.At"/>.</remarks>
public sealed class PolicyContext
{
    private readonly ConcurrentDictionary<DateOnly, PolicyContext> otherDays = new();
    private readonly Lock resolving = new();
    private volatile Dictionary<string, IDated> published;

    internal PolicyContext(ParameterSet parameters, Division region, DateOnly asOf)
    {
        Parameters = parameters;
        Region = region;
        AsOf = asOf;
        published = new Dictionary<string, IDated>(StringComparer.Ordinal);
    }

    /// <summary>Where (地区).</summary>
    public Division Region { get; }

    /// <summary>The day of the decision (决定日), China Standard Time.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The parameters of which this shows one region and day.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Working days (工作日历).</summary>
    public WorkingCalendar Calendar => Parameters.Calendar;

    /// <summary>The value in force here and now (适用值).</summary>
    /// <exception cref="InvalidDataException">The parameter files have no such parameter, or state another unit.</exception>
    public Dated<T> Get<T>(Parameter<T> parameter)
        where T : notnull
    {
        if (published.TryGetValue(parameter.Name, out var known))
        {
            return (Dated<T>)known;
        }

        lock (resolving)
        {
            var dated = Parameters.Resolve(parameter, Region, AsOf);
            published = new Dictionary<string, IDated>(published, StringComparer.Ordinal) { [parameter.Name] = dated };
            return dated;
        }
    }

    /// <summary>The same region on another day (另一日), for a rule that looks at a day other than that of the decision.</summary>
    public PolicyContext On(DateOnly day) => day == AsOf ? this : otherDays.GetOrAdd(day, static (other, here) => here.Parameters.At(here.Region, other), this);
}
