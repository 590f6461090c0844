using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>Rates and targets (登记失业率、年度目标), from what other agencies delivered.</summary>
public sealed class TargetAndRateTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    [Fact]
    public async Task The_rate_waits_for_the_employed_of_last_years_end()
    {
        var day = new DateOnly(2020, 10, 8);
        await AnnounceAllAsync([
            Announced.Registered("373902", day) with { Urban = true }, Announced.Registered("373903", day) with { Urban = true },
            Announced.Registered("373903", day) with { Urban = false }]);
        var unknown = (await LiveAsync(ReportKind.RegisteredUnemployment, "373900", "2020-10")).Rows.Single().Line("unemployment_rate");
        (unknown.AmountCase, unknown.Note).ShouldBe((ReportLine.AmountOneofCase.None, "本地区上年度末城镇从业人员数未报送，暂不能计算"));

        await WriteAsync("insert into employed_at_year_end (division, year, people) values ('373900', 2019, 98)");

        var report = await LiveAsync(ReportKind.RegisteredUnemployment, "373900", "2020-10");
        var row = report.Rows.Single();
        (row.Number("live_at_end"), row.Number("urban_live_at_end"), row.Number("employed_at_year_end"), row.Line("unemployment_rate").Rate).ShouldBe((3, 2, 98, "0.02"));
        (row.Number("live_at_end", "area", "urban"), row.Number("live_at_end", "area", "rural"), row.Number("registered", "area", "urban")).ShouldBe((2, 1, 2));
        (await LiveAsync(ReportKind.Targets, "373900", "2020-10")).Rows.Single().Line("achieved", "indicator", "unemployment_rate").Rate.ShouldBe("0.02");
        report.Decisions.ShouldHaveSingleItem().Findings.ShouldContain(finding => finding.Clause.Document == "人社厅发〔2020〕79号");
        var counties = (await LiveAsync(ReportKind.RegisteredUnemployment, "373900", "2020-10", Breakdown.Below)).Rows;
        counties.Single(one => one.Division == "373902").Line("unemployment_rate").AmountCase.ShouldBe(ReportLine.AmountOneofCase.None);

        // What was reported keeps its rate.
        await SubmitAsync("373900", ReportKind.RegisteredUnemployment, "2020-10");
        await SubmitAsync("373902", ReportKind.RegisteredUnemployment, "2020-10");
        await SubmitAsync("373903", ReportKind.RegisteredUnemployment, "2020-10");
        await WriteAsync("update employed_at_year_end set people = 50 where division = '373900'");
        (await ReportedAsync(ReportKind.RegisteredUnemployment, "373900", "2020-10")).Rows.Single().Line("unemployment_rate").Rate.ShouldBe("0.02");
    }

    [Fact]
    public async Task While_it_is_not_known_where_some_registered_figure_and_rate_are_unknown_and_say_between_what_they_lie()
    {
        var day = new DateOnly(2020, 10, 8);
        await AnnounceAllAsync([Announced.Registered("376502", day) with { Urban = true }, Announced.Registered("376502", day)]);
        await WriteAsync("insert into employed_at_year_end (division, year, people) values ('376502', 2019, 98)");
        await WriteAsync("insert into target (division, year, measure, lowest) values ('376502', 2020, 'unemployment_rate', 0.045)");

        var report = await LiveAsync(ReportKind.RegisteredUnemployment, "376502", "2020-10");

        var row = report.Rows.Single();
        (row.Number("live_at_end"), row.Number("live_at_end", "area", "urban"), row.Number("live_at_end", "area", "unstated")).ShouldBe((2, 1, 1));
        row.Line("live_at_end", "area", "unstated").KeyTitle.ShouldBe("未说明");
        (row.Line("urban_live_at_end").AmountCase, row.Line("urban_live_at_end").Note).ShouldBe(
            (ReportLine.AmountOneofCase.None, "另有 1 人未说明是否在城镇区域登记，暂不能确定"));
        row.Line("unemployment_rate").AmountCase.ShouldBe(ReportLine.AmountOneofCase.None);
        row.Line("unemployment_rate").Note.ShouldBe("另有 1 人未说明是否在城镇区域登记，暂不能确定；登记失业率在 0.0101 至 0.02 之间");
        report.Decisions.ShouldHaveSingleItem().MissingFacts.ShouldBe(["registered"]);
        var target = (await LiveAsync(ReportKind.Targets, "376502", "2020-10")).Rows.Single().Line("achieved", "indicator", "unemployment_rate");
        (target.AmountCase, target.Note).ShouldBe((ReportLine.AmountOneofCase.None, row.Line("unemployment_rate").Note));
    }

    [Fact]
    public async Task A_citys_target_is_its_own_and_the_provinces_the_documents()
    {
        await AnnounceAsync(Job("374002", InSeptember), Job("374002", InSeptember), Job("374003", InSeptember));
        await WriteAsync(
            "insert into target (division, year, measure, lowest, middle, highest) values ('374000', 2020, 'new_urban_employment', 2, 4, null)");
        var unknown = (await LiveAsync(ReportKind.Targets, "374000", September)).Rows.Single();
        unknown.Line("achieved", "indicator", "new_urban_employment").AmountCase.ShouldBe(ReportLine.AmountOneofCase.None);
        unknown.Number("new_workers").ShouldBe(3);
        await WriteAsync(
            "insert into division_attrition (division, period, retired, work_deaths, of_period) values ('374000', '2020-09', 0, 0, '2020-09')");

        var row = (await LiveAsync(ReportKind.Targets, "374000", September)).Rows.Single();

        row.Number("achieved", "indicator", "new_urban_employment").ShouldBe(3);
        row.Number("lowest", "indicator", "new_urban_employment").ShouldBe(2);
        row.Line("progress", "indicator", "new_urban_employment").Rate.ShouldBe("1.5");
        row.Number("reached", "indicator", "new_urban_employment").ShouldBe(1);
        var province = (await LiveAsync(ReportKind.Targets, "370000", September)).Rows.Single();
        province.Number("lowest", "indicator", "new_urban_employment").ShouldBe(900_000);
        province.Line("highest", "indicator", "unemployment_rate").Rate.ShouldBe("0.04");
        province.Line("achieved", "indicator", "internships").Note.ShouldNotBeEmpty();
        province.Line("achieved", "indicator", "graduate_employment_rate").Note.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Internships_are_those_of_the_latest_forms_of_the_year_and_firms_those_monitored_at_the_periods_end()
    {
        foreach (var (division, month, version, started) in new[]
            { ("376802", "2019-12", 1, 1000), ("376802", "2020-08", 1, 5), ("376802", "2020-08", 2, 7), ("376803", "2020-09", 1, 20), ("376803", "2020-10", 1, 100) })
        {
            await WriteAsync(
                $"insert into internship_report (division, month, version, columns, paid_fen, due_on, filed_on, late, reason, agency, operator, decision) values ('{division}', '{month}', {version}, array[9,9,9,9,9,{started},0,0,0,0,0,0,0], 0, date '2020-10-05', date '2020-10-05', false, '', 'a', '', '')");
        }

        foreach (var (number, since, removed) in new[] { (9101, "2020-08-01", "null"), (9102, "2020-09-20", "date '2020-09-21'"), (9103, "2020-08-01", "date '2020-09-20'"), (9104, "2020-09-21", "null") })
        {
            await WriteAsync(
                $"insert into monitored_firm (code, division, industry, size, focus, since, removed_on) values ('{ScreenedFirms.CodeOf(number)}', '376802', 'C26', 'small', 'ordinary', date '{since}', {removed})");
        }

        await WriteAsync("insert into target (division, year, measure, lowest) values ('376800', 2020, 'internships', 54), ('376800', 2020, 'monitored_firms', 2)");

        var row = (await LiveAsync(ReportKind.Targets, "376800", September)).Rows.Single();

        (row.Number("achieved", "indicator", "internships"), row.Number("interns"), row.Line("progress", "indicator", "internships").Rate).ShouldBe((27, 27, "0.5"));
        (row.Number("achieved", "indicator", "monitored_firms"), row.Line("reached", "indicator", "monitored_firms").Number).ShouldBe((2, 1));
        var below = (await LiveAsync(ReportKind.Targets, "376800", September, Breakdown.Below)).Rows;
        below.Where(one => one.Division != "376800").Select(one => one.Lines.Where(line => line.Measure == "interns").Sum(line => line.Number)).ShouldBe([7, 20]);
    }

    private Task<int> WriteAsync(string sql) => Fixture.ReadAsync<int>($"{sql} returning 1");
}
