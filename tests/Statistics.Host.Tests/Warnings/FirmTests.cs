using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Warnings;

/// <summary>Monitored firms, their months, their layoffs, and warnings by region, industry and firm.</summary>
public sealed class FirmTests(StatisticsFixture fixture) : WarningTestBase(fixture)
{
    [Fact]
    public async Task Months_of_firms_warn_by_region_industry_and_firm_and_the_drivers_add_up()
    {
        var (shrinks, grows, leaves) = (ScreenedFirms.CodeOf(9001), ScreenedFirms.CodeOf(9002), ScreenedFirms.CodeOf(9003));
        var answer = await ImportAsync(
            "378132", "firms-1",
            new MonitoredFirmRow { Firm = Firm(shrinks, "378132") }, new MonitoredFirmRow { Firm = Firm(grows, "378132", "F51") }, new MonitoredFirmRow { Firm = Firm(leaves, "378132") },
            Month(shrinks, "2020-08", 100), Month(shrinks, "2020-09", 60), Month(grows, "2020-08", 100), Month(grows, "2020-09", 110), Month(leaves, "2020-08", 1000));
        (answer.Taken, answer.Rejected).ShouldBe((8, 0));
        (await Fixture.ReadAsync<long>("select (select count(*) from monitored_firm_import where import_id = 'firms-1') - (select count(*) from employment_fact_import where import_id = 'firms-1')"))
            .ShouldBe(1, "an id of firms is none of other facts");

        // The firms are monitored since today: months of before are none of a monitored firm.
        (await EvaluateAsync("378132")).Evaluated.ShouldBe(0);
        await Fixture.ReadAsync<string>("update monitored_firm set since = date '2020-01-01' where division = '378132' returning code");
        var evaluated = await EvaluateAsync("378132");
        (evaluated.Opened, evaluated.Incomplete).ShouldBe((3, 0));
        var region = (await WarningsAsync("378132", WarningIndicator.EmployeesFall)).ShouldHaveSingleItem();
        (region.Level, region.Value, region.Base, region.Change).ShouldBe((2, "170", "200", "0.15"));
        var drivers = (await Monitor("378132").GetWarningAsync(new() { WarningId = region.WarningId })).Drivers;
        drivers.Select(driver => (driver.Key, driver.Change)).ShouldBe([(shrinks, -40), (grows, 10)]);
        var industry = (await WarningsAsync("378132", WarningIndicator.EmployeesFall, WarningDimension.Industry)).ShouldHaveSingleItem();
        (industry.Subject, industry.Level, industry.Title).ShouldBe(("C", 3, "三级预警：行业 制造业 监测企业用工人数下降 40%"));
        (await WarningsAsync("378132", WarningIndicator.EmployeesFall, WarningDimension.Firm)).ShouldHaveSingleItem().Title.ShouldBe($"三级预警：企业 {shrinks} 用工人数下降 40%");
        (await Monitor("378132").ListWarningsAsync(new() { Division = "378132", PageSize = 1 })).Warnings.Single().Level.ShouldBe(3, "the gravest first");

        // A corrected month ends them.
        await ImportAsync("378132", "firms-2", Month(shrinks, "2020-09", 99));
        (await EvaluateAsync("378132")).Lapsed.ShouldBe(3);
    }

    [Fact]
    public async Task Ends_of_employment_warn_by_region_industry_and_monitored_firm_and_the_rate_where_the_employed_are_known()
    {
        var code = ScreenedFirms.CodeOf(9041);
        await ImportAsync("378182", "ends-firm", new MonitoredFirmRow { Firm = Firm(code, "378182") });
        var (august, september) = (new DateOnly(2020, 8, 10), new DateOnly(2020, 9, 10));
        var jobs = Enumerable.Range(0, 5).Select(_ => Job("378182", new(2020, 8, 1)) with { EmployerCode = code, Industry = "C2614" }).ToList();
        await AnnounceAsync([.. jobs, Announced.Ended(jobs[0], august), Announced.Ended(jobs[1], august), .. jobs.Skip(2).Select(job => Announced.Ended(job, september))]);
        (await EvaluateAsync("378182")).Opened.ShouldBe(3);
        (await WarningsAsync("378182", WarningIndicator.EndsRise)).ShouldHaveSingleItem().Change.ShouldBe("0.5");
        (await WarningsAsync("378182", WarningIndicator.EndsRise, WarningDimension.Industry)).ShouldHaveSingleItem().Subject.ShouldBe("C");
        (await WarningsAsync("378182", WarningIndicator.EndsRise, WarningDimension.Firm)).ShouldHaveSingleItem().Subject.ShouldBe(code);

        await AnnounceAsync(Announced.Registered("378182", september) with { Urban = true }, Announced.Registered("378182", september) with { Urban = false });
        await Fixture.ReadAsync<int>("insert into employed_at_year_end (division, year, people) values ('378182', 2019, 99) returning year");
        var rate = (await Monitor("378182").ListIndicatorsAsync(new() { Division = "378182", Period = "2020-09" })).Indicators.Single(one => one.Indicator_ == WarningIndicator.UnemploymentRate);
        (rate.Value, rate.Base).ShouldBe(("0.01", ""));
        rate.Decision.MissingFacts.ShouldBe(["statistics.warning_thresholds"], "the operator set none for the rate");
    }

    [Fact]
    public async Task A_firm_is_taken_in_listed_against_the_target_and_removed_with_a_reason()
    {
        var code = ScreenedFirms.CodeOf(9011);
        var register = new RegisterMonitoredFirmRequest { RequestId = NewId(), Firm = Firm(code, "378142"), Handling = Officer };
        var taken = await Monitor("378142").RegisterMonitoredFirmAsync(register);
        (await Monitor("378142").RegisterMonitoredFirmAsync(register)).ShouldBe(taken);
        await ImportAsync("378142", "months", Month(code, "2020-08", 5), Month(code, "2020-09", 7));
        var listed = await Monitor("378142").ListMonitoredFirmsAsync(new() { Division = "378142" });
        listed.Firms.ShouldHaveSingleItem().Latest.Employees.ShouldBe(7);
        listed.Monitored.ShouldBe(1);
        listed.Target.MissingFacts.ShouldBe(["statistics.local_target_monitored_firms"]);
        (await RefusedAsync(StatusCode.FailedPrecondition, async () => await Monitor("370102").RegisterMonitoredFirmAsync(
            new() { RequestId = NewId(), Firm = Firm(code, "370102"), Handling = Officer }))).Reason().ShouldBe("FIRM_MONITORED_ELSEWHERE");
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378142").RemoveMonitoredFirmAsync(new() { RequestId = NewId(), Code = code, Handling = Officer }))).Fields().ShouldBe(["AAE013"]);
        var remove = new RemoveMonitoredFirmRequest { RequestId = NewId(), Code = code, Handling = new() { Operator = "监测员甲", Remarks = "已注销" } };
        (await Monitor("378142").RemoveMonitoredFirmAsync(remove)).Firm.RemovedOn.ShouldNotBeNull();
        (await Monitor("378142").ListMonitoredFirmsAsync(new() { Division = "378142" })).Firms.ShouldBeEmpty();
        (await Monitor("378142").ListMonitoredFirmsAsync(new() { Division = "378142", All = true })).Firms.ShouldHaveSingleItem();
        (await RefusedAsync(StatusCode.FailedPrecondition, async () => await Monitor("378142").RemoveMonitoredFirmAsync(new(remove) { RequestId = NewId() }))).Reason().ShouldBe("FIRM_REMOVED");
    }

    [Fact]
    public async Task Every_fault_of_an_import_is_told_by_row_and_field_and_the_rest_is_taken()
    {
        var code = ScreenedFirms.CodeOf(9021);
        MonitoredFirmRow[] rows =
        [
            new() { Firm = new() { Code = "1", Division = "378100", Industry = "26", Size = "huge" } },
            new() { Month = new() { Code = "1", Month = new() { Month = "2099-01", Employees = -1, Insured = -1, Vacancies = -1, LaidOff = -1 } } },
            new(),
            new() { Firm = Firm(code, "370102") },
            Month(code, "2020-09", 5),
            new() { Firm = Firm(code, "378152") },
            Month(code, "2020-09", 5),
        ];
        var answer = await ImportAsync("378152", "firm-faults", [.. rows.Select(row => row.Clone())]);
        (answer.Taken, answer.Rejected, answer.NextRow).ShouldBe((2, 5, 8));
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (1, "firm.code"), (1, "firm.division"), (1, "firm.division"), (1, "firm.industry"), (1, "firm.size"), (1, "firm.focus"),
            (2, "month.code"), (2, "month.month"), (2, "month.employees"), (2, "month.insured"), (2, "month.vacancies"), (2, "month.laid_off"),
            (3, "fact"), (4, "firm.division"), (5, "month.code"),
        ]);
        (await ImportAsync("378152", "firm-faults", rows)).Taken.ShouldBe(2, "the same file again changes nothing");
        (await Monitor("378152").ListMonitoredFirmFaultsAsync(new() { ImportId = "firm-faults", PageSize = 3 })).NextPageToken.ShouldNotBeEmpty();
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Monitor("378152", Roles.Statistician).ListMonitoredFirmFaultsAsync(new() { ImportId = "firm-faults" }));
    }

    [Fact]
    public async Task A_planned_layoff_is_judged_and_one_seen_without_a_notice_is_shown()
    {
        var (told, silent, small, stated) = (ScreenedFirms.CodeOf(9031), ScreenedFirms.CodeOf(9032), ScreenedFirms.CodeOf(9033), ScreenedFirms.CodeOf(9034));
        await ImportAsync(
            "378162", "layoffs",
            [
                .. new[] { told, silent, small, stated }.Select(code => new MonitoredFirmRow { Firm = Firm(code, "378162") }),
                Month(told, "2020-08", 300), Month(told, "2020-09", 250), Month(silent, "2020-08", 300), Month(silent, "2020-09", 280),
                Month(small, "2020-08", 300), Month(small, "2020-09", 281), Month(stated, "2020-08", 100), Month(stated, "2020-09", 100, laidOff: 10),
            ]);
        var report = new ReportLayoffRequest
        {
            RequestId = NewId(), Code = told, Division = "378162", Layoffs = 50, Employees = 300, Plan = "依法支付经济补偿", Handling = Officer,
            ToldOn = new DateOnly(2020, 8, 10).ToContract(), PlannedOn = new DateOnly(2020, 9, 8).ToContract(),
        };
        var reported = await Monitor("378162").ReportLayoffAsync(report);
        (await Monitor("378162").ReportLayoffAsync(report)).ShouldBe(reported);
        reported.Layoff.Large.Outcome.ShouldBe(Outcome.Granted);
        reported.Layoff.Notice.Outcome.ShouldBe(Outcome.Refused, "29 days only");
        reported.Layoff.Notice.Outputs["earliest"].ShouldBe("2020-09-09");

        var layoffs = await Monitor("378162").ListLayoffsAsync(new() { Division = "378162", FromMonth = "2020-09", ToMonth = "2020-09" });
        layoffs.Reported.ShouldHaveSingleItem().Code.ShouldBe(told);
        layoffs.Unreported.Select(layoff => (layoff.Code, layoff.Layoffs, layoff.Stated)).ShouldBe([(silent, 20, false), (stated, 10, true)], ignoreOrder: true);
        layoffs.Unreported.ShouldAllBe(layoff => layoff.Large.Outcome == Outcome.Granted && layoff.Month == "2020-09");
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378162").ReportLayoffAsync(new() { RequestId = NewId(), Code = "1", Division = "378100", Employees = -1 }))).Fields()
            .ShouldBe(["code", "division", "layoffs", "employees", "plan", "AAE011"]);
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Monitor("370100").ReportLayoffAsync(new(report) { RequestId = NewId() }));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378162").ListLayoffsAsync(new() { Division = "378162", FromMonth = "2020-09", ToMonth = "2022-09" }))).Fields().ShouldBe(["to_month"]);
    }
}
