using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>The report of new urban employment as the facts stand.</summary>
public sealed class NewEmploymentReportTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task Each_line_is_of_a_part_and_the_parts_add_up()
    {
        await AnnounceAsync(
            Job("377102", September) with { Manner = "flexible", Industry = "F5211", WasInHardship = false },
            Job("377102", September) with { Industry = "1311", Sex = "1" },
            Job("377103", September) with { Urban = false });

        var row = (await LiveAsync(ReportKind.NewEmployment, "377100", "2020-09")).Rows.ShouldHaveSingleItem();

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
    public async Task Rows_below_are_counties_in_their_order_and_the_period_has_its_days()
    {
        await AnnounceAsync(Job("377203", September), Job("377202", September));

        var report = await LiveAsync(ReportKind.NewEmployment, "377200", "2020-09", Breakdown.Below);

        report.Rows.Select(row => (row.Division, row.Number("new_workers"))).ShouldBe([("377202", 1), ("377203", 1)]);
        report.Title.ShouldBe("城镇新增就业情况表");
        (report.From.ToDay(), report.To.ToDay()).ShouldBe((new DateOnly(2020, 8, 21), new DateOnly(2020, 9, 20)));
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_questions_are_refused()
    {
        GetReportRequest asked = new() { Kind = ReportKind.NewEmployment, Division = "377300", Period = "2020-09", Basis = ReportBasis.Live, Breakdown = Breakdown.None };
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("377400").GetReportAsync(asked));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("377300", Roles.Payer).GetReportAsync(asked));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Reports("377300").GetReportAsync(new() { Division = "1", Period = "x" })))
            .Fields().ShouldBe(["kind", "division", "period", "basis", "breakdown"], ignoreOrder: true);
    }
}
