using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>A kind of report (报表种类): which facts make its lines. A further kind is a further class, named in <see cref="ReportKinds"/>.</summary>
/// <remarks>
/// A kind reads cells, each of the place that its fact names; whoever asks sums them, so a row is always the sum of the rows below
/// it, live or reported. What is no sum, a rate or a progress, is derived from the summed cells and from nothing else: a frozen
/// version derives what the draft did.
/// </remarks>
internal abstract class StatisticalReport
{
    /// <summary>报表种类.</summary>
    public abstract ReportKind Kind { get; }

    /// <summary>In Chinese (报表名称).</summary>
    public abstract string Title { get; }

    /// <summary>By report period of 95号 (上月21日至本月20日), else by calendar month.</summary>
    public virtual bool IsByReportPeriod => false;

    /// <summary>Its measures in the order of the report (指标).</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }

    /// <summary>What measures are broken down by (分组).</summary>
    public virtual IReadOnlyList<Dimension> Dimensions => [];

    /// <summary>By when the city has it at the province (上报日); null: no document sets a day for this kind, which has the operator's.</summary>
    /// <param name="dates">As statistics.period decides.</param>
    public virtual DateOnly? DueOf(ReportPeriodDates dates) => null;

    /// <summary>In what a measure's part counts (计量单位).</summary>
    public virtual ReportUnit UnitOf(Measure measure, string key) => measure.Unit;

    /// <summary>The cells of a place and period as the facts stand now (读取).</summary>
    public abstract Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation);

    /// <summary>Places with facts (有数据的地区): they are units, whether or not a code table knows them.</summary>
    public virtual async Task<IEnumerable<string>> PlacesAsync(Reading reading, CancellationToken cancellation) =>
        (await ReadAsync(reading, cancellation)).Where(cell => !IsOwn(cell.Measure)).Select(cell => cell.Division).Distinct(StringComparer.Ordinal);

    /// <summary>What is not a sum (推算项), for one row.</summary>
    public virtual IEnumerable<Derived> Derive(RowSums row) => [];

    /// <summary>Keys of the employments that count (计入的就业记录), kept with a version so that it can be told who entered and left; of other kinds none.</summary>
    public virtual Task<Guid[]> CountedAsync(Reading reading, CancellationToken cancellation) => Task.FromResult(Array.Empty<Guid>());

    /// <summary>Whether a measure is a place's own and tells of no facts there (本级项).</summary>
    public bool IsOwn(string measure) => Measures.FirstOrDefault(one => one.Name == measure) is { Sort: MeasureSort.Own };
}

/// <summary>What a line counts (指标).</summary>
/// <param name="Name">As in ReportLine.measure.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="Unit">计量单位.</param>
/// <param name="Sort">How a row comes by it.</param>
internal sealed record Measure(string Name, string Title, ReportUnit Unit, MeasureSort Sort = MeasureSort.Summed);

/// <summary>How a row comes by a measure.</summary>
internal enum MeasureSort
{
    /// <summary>The sum of what lies below; zero where there is nothing (合计).</summary>
    Summed,

    /// <summary>The same, and absent where nothing was delivered (有报送的合计).</summary>
    Delivered,

    /// <summary>What was set or delivered for the division itself, and never a sum (本级).</summary>
    Own,

    /// <summary>Derived from the others (推算).</summary>
    Derived,
}

/// <summary>What a measure is broken down by (分组).</summary>
/// <param name="Name">As in ReportLine.dimension.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="Keys">Its parts with their names in Chinese; others are shown by their key.</param>
internal sealed record Dimension(string Name, string Title, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>未说明: the facts do not tell.</summary>
    public const string Unstated = "unstated";

    /// <summary>城镇.</summary>
    public const string Urban = "urban";

    /// <summary>乡村.</summary>
    public const string Rural = "rural";

    /// <summary>就业方式.</summary>
    public static readonly Dimension Form = new(
        "form", "就业方式", Parts(("unit", "单位就业"), ("individual_business", "个体工商户"), ("welfare_post", "公益性岗位安置"), ("flexible", "灵活就业")));

    /// <summary>登记地: where registrations were made (在城镇区域办理登记).</summary>
    public static readonly Dimension Area = new("area", "登记地", Parts((Urban, "城镇"), (Rural, "乡村")));

    /// <summary>Parts with their names (分项名称).</summary>
    public static IReadOnlyDictionary<string, string> Parts(params IReadOnlyList<(string Key, string Title)> parts) =>
        parts.ToDictionary(part => part.Key, part => part.Title, StringComparer.Ordinal);

    /// <summary>A part's name in Chinese.</summary>
    public string TitleOf(string key) => key == Unstated ? "未说明" : Keys.GetValueOrDefault(key, key);
}

/// <summary>A figure of one place (报表单元).</summary>
/// <param name="Division">As the fact names it: a county, or a city or province itself.</param>
/// <param name="Measure">指标.</param>
/// <param name="Dimension">Empty: the whole.</param>
/// <param name="Key">Which part.</param>
/// <param name="Value">In the measure's unit.</param>
internal readonly record struct Cell(string Division, string Measure, string Dimension, string Key, decimal Value);

/// <summary>A derived line (推算项).</summary>
/// <param name="Measure">指标.</param>
/// <param name="Value">Null while it cannot be told.</param>
/// <param name="Note">Why not, in Chinese; empty: nothing to say.</param>
/// <param name="Dimension">Empty: the whole.</param>
/// <param name="Key">Which part.</param>
/// <param name="Decision">What it was decided on; null: it is arithmetic.</param>
internal sealed record Derived(string Measure, decimal? Value, string Note = "", string Dimension = "", string Key = "", Decision? Decision = null);

/// <summary>Which facts are read (读取范围), on a connection whose snapshot stands.</summary>
/// <param name="Connection">In a transaction that sees one state.</param>
/// <param name="Area">The division and all below it.</param>
/// <param name="Period">The month that names the period.</param>
/// <param name="Days">First and last day.</param>
internal sealed record Reading(NpgsqlConnection Connection, ReportArea Area, YearMonth Period, DateRange Days);
