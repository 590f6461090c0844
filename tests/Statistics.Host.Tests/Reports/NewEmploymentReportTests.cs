using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>The report of new urban employment as the facts stand.</summary>
public sealed class NewEmploymentReportTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    [Fact]
    public async Task Each_line_is_of_a_part_and_the_parts_add_up()
    {
        await AnnounceAsync(
            Job("372102", InSeptember) with { Manner = "flexible", Industry = "F5211", WasInHardship = false },
            Job("372102", InSeptember) with { Industry = "1311", Sex = "1" },
            Job("372103", InSeptember) with { Urban = false });

        var row = (await LiveAsync(ReportKind.NewEmployment, "372100", September)).Rows.ShouldHaveSingleItem();

        row.Number("new_workers").ShouldBe(2);
        row.Number("new_workers", "form", "flexible").ShouldBe(1);
        row.Line("new_workers", "industry", "F").KeyTitle.ShouldBe("批发和零售业");
        row.Number("new_workers", "industry", "C").ShouldBe(1);
        row.Number("new_workers", "sex", "1").ShouldBe(1);
        row.Number("new_workers", "hardship", "true").ShouldBe(1);
        row.Line("excluded", "clause", "鲁人社字〔2020〕95号 附件一1").Number.ShouldBe(1);
        var net = row.Line("new_urban_employment");
        net.AmountCase.ShouldBe(ReportLine.AmountOneofCase.None);
        net.Note.ShouldContain("自然减员");
    }

    [Fact]
    public async Task A_line_opens_to_the_employments_behind_it()
    {
        var mine = Job("372502", InSeptember) with { Manner = "flexible", Industry = "5211" };
        await AnnounceAsync(
            mine, Job("372502", InSeptember) with { Manner = "flexible", Industry = "C1311" }, Job("372502", InSeptember) with { Manner = "unit", Industry = "5211" },
            Job("372502", InSeptember) with { Industry = "" });

        (await OpenedAsync(("form", "flexible"), ("industry", "F"))).ShouldBe([mine.EmploymentId.ToString()]);
        var row = (await LiveAsync(ReportKind.NewEmployment, "372502", September)).Rows.Single();
        foreach (var line in row.Lines.Where(line => line.Measure == "new_workers" && line.Dimension.Length > 0))
        {
            (await OpenedAsync((line.Dimension, line.Key))).Count.ShouldBe((int)line.Number, $"{line.Dimension} {line.Key}");
        }

        (await RefusedAsync(StatusCode.InvalidArgument, () => OpenedAsync(("age", "16")))).Fields().ShouldBe(["parts"]);
    }

    [Fact]
    public async Task Rows_below_are_counties_in_their_order_and_the_period_has_its_days()
    {
        await AnnounceAsync(Job("372203", InSeptember), Job("372202", InSeptember));

        var report = await LiveAsync(ReportKind.NewEmployment, "372200", September, Breakdown.Below);

        report.Rows.Select(row => (row.Division, row.Number("new_workers"))).ShouldBe([("372202", 1), ("372203", 1)]);
        report.Title.ShouldBe("城镇新增就业情况表");
        (report.From.ToDay(), report.To.ToDay()).ShouldBe((new DateOnly(2020, 8, 21), new DateOnly(2020, 9, 20)));
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_questions_are_refused()
    {
        GetReportRequest asked = new() { Kind = ReportKind.NewEmployment, Division = "372300", Period = September, Basis = ReportBasis.Live, Breakdown = Breakdown.None };
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("372400").GetReportAsync(asked));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("372300", Roles.Payer).GetReportAsync(asked));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Reports("372300").GetReportAsync(new() { Division = "1", Period = "x" })))
            .Fields().ShouldBe(["kind", "division", "period", "basis", "breakdown"], ignoreOrder: true);
    }

    private async Task<List<string>> OpenedAsync(params (string Dimension, string Key)[] parts) =>
        [.. (await Client("372502").ListEmploymentRecordsAsync(new()
        {
            Division = "372502", Period = September, Outcome = RecordOutcome.Counted,
            Parts = { parts.Select(part => new RecordPart { Dimension = part.Dimension, Key = part.Key }) },
        })).Records.Select(record => record.EmploymentId)];
}
