using System.Collections.Concurrent;
using System.Reflection;

namespace Wenye.Policy;

/// <summary>All dated parameters that decisions are taken with (政策参数集), checked when loaded, immutable after.</summary>
public sealed class ParameterSet
{
    private const string Suffix = ".parameters.yaml";

    // A context is some kilobytes once it has resolved its parameters; days and regions come from callers.
    private const int ContextsKept = 1024;
    private readonly Dictionary<string, ParameterSeries> series;
    private readonly ConcurrentDictionary<(Division Region, DateOnly AsOf), PolicyContext> contexts = new();

    private ParameterSet(IEnumerable<ParameterSeries> series, WorkingCalendar calendar)
    {
        this.series = series.ToDictionary(one => one.Name, StringComparer.Ordinal);
        Calendar = calendar;
        Version = ParameterVersion.Of(this.series.Values, calendar);
    }

    /// <summary>A hash over every value and the working calendar (参数版本): any change of content gives another.</summary>
    public string Version { get; }

    /// <summary>Working days (工作日历).</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>Names of all parameters (参数名).</summary>
    public IEnumerable<string> Names => series.Keys;

    /// <summary>Loads the files that a domain assembly embeds (载入内置参数).</summary>
    /// <exception cref="PolicyDataException">A file has a gap, an unstated overlap, an unknown unit, a missing citation or other fault.</exception>
    public static ParameterSet Load(params Assembly[] domains) =>
        Load(domains.SelectMany(Embedded), WorkingCalendar.StateCouncil);

    /// <summary>Loads parameter files by source name and text (载入参数文件). A later file adds values to parameters that an earlier one leaves to the city.</summary>
    /// <exception cref="PolicyDataException">As for the other overload.</exception>
    public static ParameterSet Load(IEnumerable<(string Source, string Yaml)> files, WorkingCalendar calendar) =>
        new(ParameterFile.Read(files), calendar);

    /// <summary>Adds operator's values (运营方设定) from a file that gives values only, and returns the larger set.</summary>
    /// <exception cref="PolicyDataException">The file sets a parameter that no document leaves to the city.</exception>
    public ParameterSet With(string source, string yaml) => With(source, YamlText.Parse(source, yaml));

    /// <inheritdoc cref="With(string, string)"/>
    public ParameterSet With(string source, DataNode values) => new(ParameterFile.Extend(series.Values, source, values), Calendar);

    /// <summary>One region and day (地区与日期). Asked for again it is the same one, with what it has resolved.</summary>
    public PolicyContext At(Division region, DateOnly asOf) =>
        contexts.TryGetValue((region, asOf), out var known) ? known : Keep(new(this, region, asOf));

    /// <summary>A region and day of its own, that notes the name of every parameter a decision reads (记录所用参数).</summary>
    public PolicyContext Noting(ISet<string> read, Division region, DateOnly asOf) => new(this, region, asOf) { Noted = read };

    /// <summary>Every parameter as it stands in a region on a day (参数现状), in order of name.</summary>
    public IEnumerable<ParameterState> StatesAt(Division region, DateOnly day) =>
        series.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new ParameterState(one, region, day));

    /// <summary>The value in force (适用值): the day decides, then district, city, province, nation; of one region the later document.</summary>
    /// <exception cref="InvalidDataException">No file has the parameter, or its unit is another.</exception>
    internal Dated<T> Resolve<T>(Parameter<T> parameter, Division region, DateOnly day)
        where T : notnull
    {
        if (!series.TryGetValue(parameter.Name, out var found) || found.Unit != parameter.Unit)
        {
            throw new InvalidDataException($"参数文件中没有单位为 {parameter.Unit.Name} 的参数 {parameter.Name}。");
        }

        var winner = region.SelfAndAbove.SelectMany(one => found.InForce(one, day)).FirstOrDefault();
        var use = new ParameterUse(found, winner, region, day);
        return new(use, winner is null ? default : parameter.Read(winner.Value));
    }

    /// <summary>Every clause that a parameter cites (引用的条款), by parameter name.</summary>
    public IEnumerable<(string Parameter, Clause Clause)> Citations =>
        series.Values.SelectMany(one => one.Values.Select(value => (one.Name, value.Cite)).Append((one.Name, one.Authority)).Distinct());

    private PolicyContext Keep(PolicyContext context)
    {
        if (contexts.Count >= ContextsKept)
        {
            contexts.Clear();
        }

        return contexts.GetOrAdd((context.Region, context.AsOf), context);
    }

    private static IEnumerable<(string Source, string Yaml)> Embedded(Assembly domain)
    {
        foreach (var name in domain.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(domain.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}

/// <summary>A policy data file is at fault (政策数据文件有误). Loading stops: a wrong parameter must never decide a case.</summary>
public sealed class PolicyDataException(string source, string fault) : Exception($"{source}：{fault}");
