namespace Wenye.Policy;

/// <summary>Where and when a decision is taken (决定的地区与日期), with the parameters in force there and then.</summary>
/// <remarks>
/// Free to share but for those made by <see cref="ForBatch"/>: a parameter is resolved once and then read from its slot.
/// Make it with <see cref="ParameterSet.At"/>.
/// </remarks>
public sealed class PolicyContext
{
    private readonly Lock resolving = new();
    private volatile IDated?[] resolved = [];

    internal PolicyContext(ParameterSet parameters, Division region, DateOnly asOf)
    {
        Parameters = parameters;
        Region = region;
        AsOf = asOf;
    }

    /// <summary>Where (地区).</summary>
    public Division Region { get; }

    /// <summary>The day of the decision (决定日), China Standard Time.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The parameters of which this shows one region and day.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Working days (工作日历).</summary>
    public WorkingCalendar Calendar => Parameters.Calendar;

    /// <summary>How many clauses a decision here has answered at most, so that the next one has room for as many.</summary>
    internal int UsualClauses { get; set; } = 4;

    /// <summary>The findings that decisions of this context share, one after another; null unless it is of a batch.</summary>
    internal Examination? Shared { get; private init; }

    /// <summary>Where the names of parameters read are noted; null unless <see cref="ParameterSet.Noting"/> made this.</summary>
    internal ISet<string>? Noted { get; init; }

    /// <summary>The value in force here and now (适用值).</summary>
    /// <exception cref="InvalidDataException">The parameter files have no such parameter, or state another unit.</exception>
    public Dated<T> Get<T>(Parameter<T> parameter)
        where T : notnull
    {
        var known = resolved;
        return parameter.Slot < known.Length && known[parameter.Slot] is Dated<T> dated ? dated : Resolve(parameter);
    }

    /// <summary>The same region on another day (另一日), for a rule that looks at a day other than that of the decision.</summary>
    public PolicyContext On(DateOnly day) => day == AsOf ? this : Noted is null ? Parameters.At(Region, day) : Parameters.Noting(Noted, Region, day);

    /// <summary>The same region and day for one thread that decides many cases one after another (批量决定).</summary>
    /// <param name="findings">Kept: each decision's findings stand until the next decision. Left out: outcome and outputs only.</param>
    /// <remarks>
    /// Decisions share the memory of their findings, so a million of them cost no collection. Store or show a decision
    /// before the next is taken; asked for its findings after that, it throws.
    /// </remarks>
    public PolicyContext ForBatch(BatchFindings findings = BatchFindings.Kept) =>
        new(Parameters, Region, AsOf) { resolved = resolved, Shared = new(findings) };

    private Dated<T> Resolve<T>(Parameter<T> parameter)
        where T : notnull
    {
        lock (resolving)
        {
            if (resolved.ElementAtOrDefault(parameter.Slot) is Dated<T> known)
            {
                return known;
            }

            // Readers take no lock: what they hold never changes.
            Noted?.Add(parameter.Name);
            var dated = Parameters.Resolve(parameter, Region, AsOf);
            var all = new IDated?[Math.Max(resolved.Length, parameter.Slot + 1)];
            resolved.CopyTo(all, 0);
            all[parameter.Slot] = dated;
            resolved = all;
            return dated;
        }
    }
}

/// <summary>What decisions of a batch keep (批量决定的留痕).</summary>
public enum BatchFindings
{
    /// <summary>Every finding, until the next decision (逐条认定).</summary>
    Kept,

    /// <summary>Outcome and outputs only, for totals of what a change of policy would cost (仅结果).</summary>
    LeftOut,
}
