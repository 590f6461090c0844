using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Domain.Unemployment;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Registered urban unemployment and its rate (城镇登记失业人数和登记失业率), 79号 三, 39号 二(二).</summary>
internal sealed class UnemploymentReport(ParameterSet parameters) : StatisticalReport
{
    public const string Live = "live_at_end";
    public const string Employed = "employed_at_year_end";
    public const string RateMeasure = "unemployment_rate";

    /// <summary>Registrations live at a period's end; $4 is its last day.</summary>
    public const string LiveAtEnd = """
        SELECT division, 'live_at_end', '', '', sum(registered - cancelled)
        FROM registration_day WHERE division >= $1 AND division < $2 AND day <= $4 GROUP BY division
        """;

    /// <summary>People employed when the year before ended; $5 is that year. $3 is not looked at.</summary>
    public const string EmployedBefore = """
        SELECT division, 'employed_at_year_end', '', '', people::numeric FROM employed_at_year_end WHERE division >= $1 AND division < $2 AND year = $5
        """;

    private const string Figures = $"""
        SELECT division, part.measure, '', '', part.value::numeric FROM registration_count CROSS JOIN LATERAL (VALUES
            ('registered', registered), ('cancelled', cancelled), ('became_employed', became_employed)) AS part (measure, value)
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
        new(Live, "期末登记失业人数", ReportUnit.People),
        new("registered", "新登记失业人数", ReportUnit.People),
        new("cancelled", "注销失业登记人数", ReportUnit.People),
        new("became_employed", "转为就业状态人数", ReportUnit.People),
        new(Employed, "上年度末城镇从业人员数", ReportUnit.People, MeasureSort.Own),
        new(RateMeasure, "城镇登记失业率", ReportUnit.Rate, MeasureSort.Derived),
    ];

    /// <inheritdoc/>
    public override DateOnly? DueOf(ReportPeriodDates dates) => dates.UnemploymentDue;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Cell>> ReadAsync(Reading reading, CancellationToken cancellation) =>
        await reading.CellsAsync(Figures, cancellation, reading.Days.To, reading.Period.Year - 1);

    /// <inheritdoc/>
    public override IEnumerable<Derived> Derive(RowSums row)
    {
        yield return RateOf(row, parameters);
    }

    /// <summary>The rate of a row (登记失业率), by statistics.unemployment_rate; unknown until the employed of last year's end are delivered.</summary>
    internal static Derived RateOf(RowSums row, ParameterSet parameters)
    {
        var employed = row.Own(Employed);
        var decision = UnemploymentRate.Decide(
            new() { Registered = (int)(row.Sum(Live) ?? 0), EmployedLastYearEnd = employed is { } people ? (int)people : default(Fact<int>) },
            parameters.At(Division.Parse(row.Division), row.Days.To));
        return new(
            RateMeasure, decision.Result?.Rate, decision.Result is null ? "本地区上年度末城镇从业人员数未报送，暂不能计算" : "参照上年度末城镇从业人员数测算", Decision: decision);
    }
}
