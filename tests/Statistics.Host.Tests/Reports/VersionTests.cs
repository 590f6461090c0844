using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>What was reported stands; a restatement says what changed and why (封版与更正).</summary>
public sealed class VersionTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    [Fact]
    public async Task Facts_that_move_change_the_draft_and_not_the_version()
    {
        await AnnounceAsync(Job("373202", InSeptember));
        await SubmitAsync("373202");
        await AnnounceAsync(Job("373202", InSeptember));

        (await LiveAsync(ReportKind.NewEmployment, "373202", September)).Rows.Single().Number("new_workers").ShouldBe(2);
        (await ReportedAsync(ReportKind.NewEmployment, "373202", September)).Rows.Single().Number("new_workers").ShouldBe(1);
        (await ReportedAsync(ReportKind.NewEmployment, "373200", September, Breakdown.Below)).Rows.Single().Number("new_workers").ShouldBe(1);
    }

    [Fact]
    public async Task A_restatement_tells_each_line_and_each_employment_that_moved()
    {
        var (stays, leaves, enters) = (Job("373302", InSeptember), Job("373302", InSeptember), Job("373302", InSeptember) with { Manner = "flexible" });
        await AnnounceAsync(stays, leaves);
        await VerifyAsync("373302", (await SubmitAsync("373302")).Report);
        await RefusedAsync("NOTHING_CHANGED", () => RestateAsync("373302"));
        await AnnounceAsync(enters, Announced.Ended(leaves, new(2020, 9, 15)));
        var beside = await CompareAsync(1, 0);
        (beside.Entered, beside.Left, beside.Versions.Count).ShouldBe((1, 1, 0));

        var restated = await RestateAsync("373302");

        (restated.Report.Version, restated.Report.State, restated.Report.Reason, restated.Report.WaitingFor).ShouldBe((2, ReportState.Submitted, "补登迟报记录", "373302"));
        restated.Changes.Select(Told).ShouldBe(
            ["new_workers form flexible:  → 1", "new_workers form unit: 2 → 1", "excluded  : 0 → 1", "excluded clause 鲁人社字〔2020〕95号 附件四(二)4:  → 1"], ignoreOrder: true);
        var compared = await CompareAsync(1, 2);
        compared.Changes.ShouldBe(restated.Changes);
        compared.Versions.ShouldHaveSingleItem().Reason.ShouldBe("补登迟报记录");
        compared.Moved.Single(moved => moved.Entered).Record.EmploymentId.ShouldBe(enters.EmploymentId.ToString());
        var left = compared.Moved.Single(moved => !moved.Entered).Record;
        (left.EmploymentId, left.Clause.Item).ShouldBe((leaves.EmploymentId.ToString(), "附件四(二)4"));
        (await ReportedAsync(ReportKind.NewEmployment, "373302", September, version: 1)).Rows.Single().Number("new_workers", "form", "unit").ShouldBe(2);
        (await ReportedAsync(ReportKind.NewEmployment, "373302", September)).Rows.Single().Number("new_workers", "form", "unit").ShouldBe(1);
    }

    [Fact]
    public async Task When_a_restatement_is_returned_the_version_before_stands()
    {
        await AnnounceAsync(Job("373402", InSeptember));
        await SubmitAsync("373402");
        await AnnounceAsync(Job("373402", InSeptember));
        await RestateAsync("373402");
        await ReturnAsync("373402", "373402");

        var reported = await ReportedAsync(ReportKind.NewEmployment, "373402", September);
        reported.Rows.Single().Number("new_workers").ShouldBe(1);
        reported.Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_employments_come_in_pages_and_only_of_versions_that_there_are()
    {
        await SubmitAsync("373502");
        var jobs = Enumerable.Range(0, 5).Select(_ => Job("373502", InSeptember)).ToList();
        await AnnounceAsync([.. jobs]);
        var request = new CompareReportVersionsRequest { Kind = ReportKind.NewEmployment, Division = "373502", Period = September, FromVersion = 1, PageSize = 2 };
        var moved = new List<string>();
        do
        {
            var page = await Reports("373502").CompareReportVersionsAsync(request);
            page.Entered.ShouldBe(5);
            moved.AddRange(page.Moved.Select(one => one.Record.EmploymentId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        moved.ShouldBe(jobs.Select(job => job.EmploymentId.ToString()), ignoreOrder: true);
        await RefusedAsync(Grpc.Core.StatusCode.NotFound, async () => await Reports("373502").CompareReportVersionsAsync(new(request) { FromVersion = 2 }));
        (await RefusedAsync(Grpc.Core.StatusCode.InvalidArgument, async () => await Reports("373502").CompareReportVersionsAsync(
            new() { Kind = ReportKind.NewEmployment, Division = "373502", Period = September, ToVersion = -1, PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["from_version", "to_version", "page_size", "page_token"], ignoreOrder: true);
    }

    private async Task<CompareReportVersionsResponse> CompareAsync(int from, int to) => await Reports("373302").CompareReportVersionsAsync(
        new() { Kind = ReportKind.NewEmployment, Division = "373302", Period = September, FromVersion = from, ToVersion = to });

    private static string Told(LineChange change) =>
        $"{change.Line.Measure} {change.Line.Dimension} {change.Line.Key}: {(change.WasCase == LineChange.WasOneofCase.Number ? change.Number : null)} → "
        + (change.Line.AmountCase == ReportLine.AmountOneofCase.Number ? change.Line.Number : "");
}
