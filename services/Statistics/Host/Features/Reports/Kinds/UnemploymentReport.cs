using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Domain.Unemployment;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Registered urban unemployment and its rate (城镇登记失业人数和登记失业率), 79号 三, 39号 二(二).</summary>
internal sealed class UnemploymentReport(ParameterSet parameters) : StatisticalReport
{
    public const string Live = "live_at_end";
    public const string UrbanLive = "urban_live_at_end";
    public const string Employed = "employed_at_year_end";
    public const string RateMeasure = "unemployment_rate";

    /// <summary>Registrations live at a period's end, by where they were made; $4 is its last day.</summary>
    public const string LiveAtEnd = """
        SELECT division, 'live_at_end', part.dimension, part.key, part.value FROM (
            SELECT division, sum(registered - cancelled) AS whole, sum(registered_urban - cancelled_urban) AS urban, sum(registered_rural - cancelled_rural) AS rural
            FROM registration_day WHERE division >= $1 AND division < $2 AND day <= $4 GROUP BY division) AS live
        CROSS JOIN LATERAL (VALUES ('', '', whole), ('area', 'urban', urban), ('area', 'rural', rural), ('area', 'unstated', whole - urban - rural)) AS part (dimension, key, value)
        WHERE part.dimension = '' OR part.value <> 0
        """;

    /// <summary>People employed when the year before ended; $5 is that year. $3 is not looked at.</summary>
    public const string EmployedBefore = """
        SELECT division, 'employed_at_year_end', '', '', people::numeric FROM employed_at_year_end WHERE division >= $1 AND division < $2 AND year = $5
        """;

    private const string Figures = $"""
        SELECT division, figure.measure, part.dimension, part.key, part.value::numeric FROM registration_count CROSS JOIN LATERAL (VALUES
            ('registered', registered, registered_urban, registered_rural), ('cancelled', cancelled, cancelled_urban, cancelled_rural),
            ('became_employed', became_employed, became_employed_urban, became_employed_rural)) AS figure (measure, whole, urban, rural)
        CROSS JOIN LATERAL (VALUES ('', '', whole), ('area', 'urban', urban), ('area', 'rural', rural), ('area', 'unstated', whole - urban - rural)) AS part (dimension, key, value)
        WHERE period = $3 AND division >= $1 AND division < $2 AND part.value <> 0
        UNION ALL {LiveAtEnd} UNION ALL {EmployedBefore}
        """;

    /// <inheritdoc/>
    public override ReportKind Kind => ReportKind.RegisteredUnemployment;

    /// <inheritdoc/>
    public override string Title => "城镇登记失业情况表";

    /// <inheritdoc/>
    public override bool IsByReportPeriod => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures { get; } =
    [
        new(UrbanLive, "期末城镇登记失业人数", ReportUnit.People, MeasureSort.Derived),
        new(Live, "期末登记失业人数（城乡合计）", ReportUnit.People),
        new("registered", "新登记失业人数", ReportUnit.People),
        new("cancelled", "注销失业登记人数", ReportUnit.People),
        new("became_employed", "转为就业状态人数", ReportUnit.People),
        new(Employed, "上年度末城镇从业人员数", ReportUnit.People, MeasureSort.Own),
        new(RateMeasure, "城镇登记失业率", ReportUnit.Rate, MeasureSort.Derived),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Dimension> Dimensions { get; } = [Dimension.Area];

    /// <inheritdoc/>
    public override DateOnly? DueOf(ReportPeriodDates dates) => dates.UnemploymentDue;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync(Figures, cancellation, reading.Days.To, reading.Period.Year - 1);

    /// <inheritdoc/>
    public override IEnumerable<Derived> Derive(RowSums row)
    {
        var live = LiveUrban.Of(row);
        yield return new(UrbanLive, live.Known, live.Note);
        yield return RateOf(row, parameters);
    }

    /// <summary>
    /// The rate of a row (登记失业率), by statistics.unemployment_rate; unknown until the employed of last year's end are delivered, and while
    /// it is not known of everybody whether they registered in an urban area: then the note says between what it lies.
    /// </summary>
    internal static Derived RateOf(RowSums row, ParameterSet parameters)
    {
        var live = LiveUrban.Of(row);
        var employed = row.Own(Employed);
        var decision = UnemploymentRate.Decide(
            new()
            {
                Registered = live.Known is { } urban ? (int)urban : default(Fact<int>),
                EmployedLastYearEnd = employed is { } people ? (int)people : default(Fact<int>),
            },
            parameters.At(Division.Parse(row.Division), row.Days.To));
        var note = employed is not { } known ? "本地区上年度末城镇从业人员数未报送，暂不能计算"
            : live.Known is null ? $"{live.Note}；登记失业率在 {RateBetween(live.Urban, known)} 至 {RateBetween(live.Urban + live.Unstated, known)} 之间"
            : decision.Result is null ? "没有文件规定本地区的计算方法，暂不能计算"
            : "参照上年度末城镇从业人员数测算";
        return new(RateMeasure, decision.Result?.Rate, note, Decision: decision);
    }

    private static string RateBetween(decimal registered, decimal employed) => RowLines.Rate(UnemploymentRate.RateOf((long)registered, (long)employed));

    /// <summary>Live registrations of a row made in urban areas (期末城镇登记失业人数), 79号 三(十).</summary>
    private readonly record struct LiveUrban(decimal Urban, decimal Unstated)
    {
        /// <summary>Null while there are any of which nobody told: they may be either.</summary>
        public decimal? Known => Unstated == 0 ? Urban : null;

        public string Note => Unstated == 0 ? "" : $"另有 {Unstated:0} 人未说明是否在城镇区域登记，暂不能确定";

        // What was reported before parts were told has none: all of it is of an unknown place.
        public static LiveUrban Of(RowSums row)
        {
            var (urban, rural) = (row.Sum(Live, Dimension.Area.Name, Dimension.Urban) ?? 0, row.Sum(Live, Dimension.Area.Name, Dimension.Rural) ?? 0);
            return new(urban, (row.Sum(Live) ?? 0) - urban - rural);
        }
    }
}
