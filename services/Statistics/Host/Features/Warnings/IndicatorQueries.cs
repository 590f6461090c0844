using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;
using static Wenye.Statistics.Domain.Warnings.WarningDimension;
using static Wenye.Statistics.Domain.Warnings.WarningIndicator;
using WarningDimension = Wenye.Statistics.Domain.Warnings.WarningDimension;
using Indicator = Wenye.Statistics.Domain.Warnings.WarningIndicator;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>The days that an evaluation looks at (评估期间).</summary>
/// <param name="Period">The report period.</param>
/// <param name="End">Its last day.</param>
/// <param name="BeforeEnd">Last day of the period before.</param>
/// <param name="YearBeforeEnd">Last day of the same period of the year before.</param>
internal sealed record EvaluatedPeriod(YearMonth Period, DateOnly End, DateOnly BeforeEnd, DateOnly YearBeforeEnd)
{
    private const int MonthsOfAYear = 12;

    /// <summary>The period before.</summary>
    public string Before => Period.AddMonths(-1).ToString();

    /// <summary>The same period of the year before.</summary>
    public string YearBefore => Period.AddMonths(-MonthsOfAYear).ToString();

    /// <summary>The period as a division's rules cut it; by calendar months where none do.</summary>
    public static EvaluatedPeriod Of(string division, YearMonth period) =>
        new(period, LastDay(division, period), LastDay(division, period.AddMonths(-1)), LastDay(division, period.AddMonths(-MonthsOfAYear)));

    private static DateOnly LastDay(string division, YearMonth period) => ReportPeriods.Decide(division, period).Result?.Days.To ?? period.LastDay;
}

/// <summary>Reads the indicators from the projections (监测指标取数); what each is read as: docs/decisions/0083.</summary>
internal sealed class IndicatorQueries(StatisticsDbContext database, ParameterSet parameters)
{
    /// <summary>Of an area: everything that is known of it and below it.</summary>
    public async Task<IReadOnlyList<Reading>> ReadAsync(string area, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var readings = new Readings(area);
        var like = $"{area}%";
        await UnemployedAsync(readings, like, period, cancellation);
        await RatesAsync(readings, area, period, cancellation);
        await SeekersAsync(readings, like, period, cancellation);
        await EndsAsync(readings, like, period, cancellation);
        await HardshipAsync(readings, like, period, cancellation);
        await BenefitAsync(readings, like, period, cancellation);
        await FirmsAsync(readings, like, period, cancellation);
        return readings.All;
    }

    // 登记失业人数: live when the period ends; what the change is made of: who came and who went.
    private async Task UnemployedAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (end, before, year) = (period.End, period.BeforeEnd, period.YearBeforeEnd);
        var rows = await database.Database.SqlQuery<Unemployed>($"""
            SELECT division, coalesce(sum(registered - cancelled) FILTER (WHERE day <= {end}), 0)::bigint AS live, coalesce(sum(registered - cancelled) FILTER (WHERE day <= {before}), 0)::bigint AS before,
                coalesce(sum(registered - cancelled) FILTER (WHERE day <= {year}), 0)::bigint AS "YearBefore",
                coalesce(sum(registered) FILTER (WHERE day > {before} AND day <= {end}), 0)::bigint AS came, coalesce(sum(cancelled) FILTER (WHERE day > {before} AND day <= {end}), 0)::bigint AS went
            FROM registration_day WHERE division LIKE {like} GROUP BY division
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            readings.Add(
                new(row.Division, Region, UnemployedRise, ""), row.Live, row.Before,
                new Driver { Key = "registered", Value = row.Came, Change = row.Came }, new Driver { Key = "cancelled", Base = row.Went, Change = -row.Went });
            readings.Add(new(row.Division, Time, UnemployedRise, ""), row.Live, row.YearBefore);
        }
    }

    // 登记失业率: who registered in an urban area (79号 三(十)), with the employed of last year's end, where the statistics office delivered
    // them for the place itself; incomplete while it is not known of everybody where they registered.
    private async Task RatesAsync(Readings readings, string area, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var lastYear = period.Period.Year - 1;
        var employed = await database.Set<EmployedAtYearEnd>().AsNoTracking().Where(one => one.Year == lastYear && one.Division.StartsWith(area)).ToListAsync(cancellation);
        foreach (var one in employed)
        {
            var live = await database.LiveAsync(DivisionRange.Of(one.Division).From, period.End, cancellation);
            var rate = Domain.Unemployment.UnemploymentRate.Decide(
                new() { Registered = live.Whole == live.Urban + live.Rural ? (int)live.Urban : default(Fact<int>), EmployedLastYearEnd = (int)one.People }, parameters.At(Division.Parse(one.Division), period.End));
            readings.SetRate(new(one.Division, Region, Indicator.UnemploymentRate, ""), rate.Result?.Rate);
        }
    }

    // 求职人数: no source tells of applications for jobs; who registers as unemployed wants work (79号 三(十)).
    private async Task SeekersAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (now, before, year) = (period.Period.ToString(), period.Before, period.YearBefore);
        var rows = await database.Database.SqlQuery<ThreeNumbers>($"""
            SELECT division, coalesce(sum(registered) FILTER (WHERE period = {now}), 0)::bigint AS now, coalesce(sum(registered) FILTER (WHERE period = {before}), 0)::bigint AS before,
                coalesce(sum(registered) FILTER (WHERE period = {year}), 0)::bigint AS "YearBefore"
            FROM registration_count WHERE division LIKE {like} AND period IN ({now}, {before}, {year}) GROUP BY division
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            readings.Add(new(row.Division, Region, SeekersRise, ""), row.Now, row.Before);
            readings.Add(new(row.Division, Time, SeekersRise, ""), row.Now, row.YearBefore);
        }
    }

    // 终止就业: by industry where the employment told one, and of monitored firms one by one.
    private async Task EndsAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (now, before) = (period.Period.ToString(), period.Before);
        var rows = await database.Database.SqlQuery<Ends>($"""
            SELECT ended.division, left(coalesce(employment.industry, ''), 3) AS industry, firm.code AS firm,
                count(*) FILTER (WHERE ended.period = {now}) AS now, count(*) FILTER (WHERE ended.period = {before}) AS before
            FROM ended_employment AS ended LEFT JOIN registered_employment AS employment USING (employment_id)
            LEFT JOIN monitored_firm AS firm ON firm.code = employment.employer_code AND firm.removed_on IS NULL
            WHERE ended.division LIKE {like} AND ended.period IN ({now}, {before}) GROUP BY 1, 2, 3
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var section = IndustrySections.Of(row.Industry);
            readings.Add(new(row.Division, Region, EndsRise, ""), row.Now, row.Before, new Driver { Key = section, Value = row.Now, Base = row.Before, Change = row.Now - row.Before });
            if (IndustrySections.Titles.ContainsKey(section))
            {
                readings.Add(new(row.Division, Industry, EndsRise, section), row.Now, row.Before);
            }

            if (row.Firm is { } code)
            {
                readings.AddAlone(new(row.Division, Firm, EndsRise, code), row.Now, row.Before);
            }
        }
    }

    // 重点群体: people in hardship are out of work by definition, by category.
    private async Task HardshipAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (end, before) = (period.End, period.BeforeEnd);
        var rows = await database.Database.SqlQuery<Counted>($"""
            SELECT held.division, held.category AS subject,
                count(*) FILTER (WHERE held.recognised_on <= {end} AND held.expires_on >= {end} AND (gone.ended_on IS NULL OR gone.ended_on > {end})) AS now,
                count(*) FILTER (WHERE held.recognised_on <= {before} AND held.expires_on >= {before} AND (gone.ended_on IS NULL OR gone.ended_on > {before})) AS before
            FROM recognised_hardship AS held LEFT JOIN ended_hardship AS gone USING (recognition_id)
            WHERE held.division LIKE {like} AND held.recognised_on <= {end} AND held.expires_on >= {before} GROUP BY 1, 2
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            readings.Add(new(row.Division, Group, UnemployedRise, row.Subject), row.Now, row.Before);
        }
    }

    // 领取失业保险金: where the person registered last.
    private async Task BenefitAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (end, before) = (period.End, period.BeforeEnd);
        var rows = await database.Database.SqlQuery<Counted>($"""
            SELECT place.division, '' AS subject,
                count(DISTINCT spell.person_id) FILTER (WHERE spell.begins <= {end} AND (spell.ends IS NULL OR spell.ends >= {end})) AS now,
                count(DISTINCT spell.person_id) FILTER (WHERE spell.begins <= {before} AND (spell.ends IS NULL OR spell.ends >= {before})) AS before
            FROM person_spell AS spell CROSS JOIN LATERAL (
                SELECT division FROM registered_person AS registered WHERE registered.person_id = spell.person_id AND registered.registered_on <= {end}
                ORDER BY registered_on DESC, registration_id LIMIT 1) AS place
            WHERE spell.kind = 'benefit' AND spell.begins <= {end} AND (spell.ends IS NULL OR spell.ends >= {before}) AND place.division LIKE {like} GROUP BY 1
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            readings.Add(new(row.Division, Region, BenefitRise, ""), row.Now, row.Before);
        }
    }

    // 监测企业: those that reported both months. A calendar month stands for the report period of its name.
    private async Task FirmsAsync(Readings readings, string like, EvaluatedPeriod period, CancellationToken cancellation)
    {
        var (now, before, last) = (period.Period.ToString(), period.Before, period.Period.LastDay);
        var rows = await database.Database.SqlQuery<FirmMonths>($"""
            SELECT firm.code, firm.division, left(firm.industry, 1) AS industry, now.employees AS employees, before.employees AS "EmployeesBefore",
                now.insured AS insured, before.insured AS "InsuredBefore", now.vacancies AS vacancies, before.vacancies AS "VacanciesBefore"
            FROM monitored_firm AS firm JOIN monitored_firm_month AS now ON now.code = firm.code AND now.month = {now}
            JOIN monitored_firm_month AS before ON before.code = firm.code AND before.month = {before}
            WHERE firm.division LIKE {like} AND firm.since <= {last} AND (firm.removed_on IS NULL OR firm.removed_on > {last})
            """).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            Add(readings, row, EmployeesFall, row.Employees, row.EmployeesBefore);
            Add(readings, row, InsuredFall, row.Insured, row.InsuredBefore);
            Add(readings, row, VacanciesFall, row.Vacancies, row.VacanciesBefore);
        }
    }

    private static void Add(Readings readings, FirmMonths firm, Indicator indicator, int? now, int? before)
    {
        if ((now, before) is not ({ } value, { } compared))
        {
            return;
        }

        var part = new Driver { Key = firm.Code, Value = value, Base = compared, Change = value - compared };
        readings.Add(new(firm.Division, Region, indicator, ""), value, compared, part);
        readings.Add(new(firm.Division, WarningDimension.Industry, indicator, firm.Industry), value, compared, part);
        readings.AddAlone(new(firm.Division, WarningDimension.Firm, indicator, firm.Code), value, compared);
    }

    private sealed record Unemployed(string Division, long Live, long Before, long YearBefore, long Came, long Went);

    private sealed record ThreeNumbers(string Division, long Now, long Before, long YearBefore);

    private sealed record Ends(string Division, string Industry, string? Firm, long Now, long Before);

    private sealed record Counted(string Division, string Subject, long Now, long Before);

    private sealed record FirmMonths(
        string Code, string Division, string Industry, int Employees, int EmployeesBefore, int? Insured, int? InsuredBefore, int? Vacancies, int? VacanciesBefore);
}
