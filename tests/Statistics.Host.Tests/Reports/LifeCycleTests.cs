using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>A report from draft to the province's verification (报表流转), and what stops it.</summary>
public sealed class LifeCycleTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    [Fact]
    public async Task It_is_verified_level_by_level_and_each_step_is_kept()
    {
        await AnnounceAsync(Job("372602", InSeptember));
        (await LiveAsync(ReportKind.NewEmployment, "372602", September)).Units.ShouldHaveSingleItem().State.ShouldBe(ReportState.Draft);

        var submitted = await SubmitAsync("372602");
        submitted.Report.WaitingFor.ShouldBe("372602");
        submitted.Row.Number("new_workers").ShouldBe(1);
        await RefusedAsync("NOT_YOUR_TURN", () => VerifyAsync("372600", submitted.Report));
        await RefusedAsync("NOT_YOUR_TURN", () => VerifyAsync("370000", submitted.Report));

        (await VerifyAsync("372602", submitted.Report)).State.ShouldBe(ReportState.CountyVerified);
        await RefusedAsync("NOT_YOUR_TURN", () => VerifyAsync("372602", submitted.Report));
        var byCity = await VerifyAsync("372600", submitted.Report);
        (byCity.State, byCity.WaitingFor).ShouldBe((ReportState.CityVerified, "370000"));
        var byProvince = await VerifyAsync("370000", submitted.Report);
        (byProvince.State, byProvince.WaitingFor).ShouldBe((ReportState.ProvinceVerified, ""));
        await RefusedAsync("NOT_YOUR_TURN", () => VerifyAsync("370000", submitted.Report));

        var steps = (await ReportedAsync(ReportKind.NewEmployment, "372602", September)).Steps;
        steps.Select(step => (step.State, step.Agency, step.Operator)).ShouldBe(
        [
            (ReportState.Submitted, "office-of-372602", "填报人"), (ReportState.CountyVerified, "office-of-372602", "审核人"),
            (ReportState.CityVerified, "office-of-372600", "审核人"), (ReportState.ProvinceVerified, "office-of-370000", "审核人"),
        ]);
        (await Reports("372602", Roles.Verifier).GetReportAsync(
            new() { Kind = ReportKind.NewEmployment, Division = "372602", Period = September, Basis = ReportBasis.Reported, Breakdown = Breakdown.None }))
            .Steps.ShouldAllBe(step => step.Operator.Length == 0);
    }

    [Fact]
    public async Task A_citys_own_report_begins_with_the_city()
    {
        var submitted = await SubmitAsync("372700", ReportKind.Training, "2020-10");
        submitted.Report.WaitingFor.ShouldBe("372700");
        (await VerifyAsync("372700", submitted.Report, kind: ReportKind.Training, period: "2020-10")).State.ShouldBe(ReportState.CityVerified);
    }

    [Fact]
    public async Task Who_submitted_does_not_verify()
    {
        var submitted = (await SubmitAsync("372802")).Report;
        await RefusedAsync("DUTIES_NOT_SEPARATED", () => VerifyAsync("372802", submitted, by: "填报人"));
        await RefusedAsync("DUTIES_NOT_SEPARATED", async () => await Reports("372802", Roles.ReportReviewer, Roles.Statistician).VerifyReportAsync(
            new() { RequestId = Fresh(), Kind = submitted.Kind, Division = "372802", Period = September, Hash = submitted.Hash, Handling = By("审核人") }));
        (await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("372802").VerifyReportAsync(
            new() { RequestId = Fresh(), Kind = submitted.Kind, Division = "372802", Period = September, Hash = submitted.Hash, Handling = By("审核人") }))).ShouldNotBeNull();
        await RefusedAsync("REPORT_CHANGED", () => VerifyAsync("372802", new(submitted) { Hash = "0" }));
    }

    [Fact]
    public async Task A_level_sends_it_back_with_a_reason_and_it_is_submitted_again()
    {
        var first = (await SubmitAsync("372902")).Report;
        await VerifyAsync("372902", first);
        var returned = await ReturnAsync("372900", "372902");
        (returned.State, returned.Reason, returned.WaitingFor).ShouldBe((ReportState.Returned, "与台账不符", "372902"));
        (await ReportedAsync(ReportKind.NewEmployment, "372900", September)).Missing.ShouldContain("372902");
        await RefusedAsync("REPORT_NOT_SUBMITTED", () => ReturnAsync("372900", "372902"));
        await RefusedAsync("REPORT_NOT_SUBMITTED", () => RestateAsync("372902"));

        var again = (await SubmitAsync("372902")).Report;
        (again.Version, again.State, again.WaitingFor).ShouldBe((2, ReportState.Submitted, "372902"));
        (await ReportedAsync(ReportKind.NewEmployment, "372900", September)).Missing.ShouldNotContain("372902");
    }

    [Fact]
    public async Task Units_report_for_themselves_once_when_the_period_is_over()
    {
        var request = new SubmitReportRequest { RequestId = Fresh(), Kind = ReportKind.NewEmployment, Division = "373002", Period = September, Handling = By("填报人") };
        (await RefusedAsync(StatusCode.PermissionDenied, async () => await Reports("373000").SubmitReportAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(StatusCode.PermissionDenied, async () => await Reviewers("373002").SubmitReportAsync(request))).ShouldNotBeNull();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Reports("373002").SubmitReportAsync(request).ResponseAsync));
        answers.ShouldAllBe(answer => answer.Equals(answers[0]));
        await RefusedAsync("REPORT_SUBMITTED", () => SubmitAsync("373002"));
        (await RefusedAsync(StatusCode.AlreadyExists, async () => await Reports("373002").SubmitReportAsync(new(request) { Period = "2020-10" }))).Reason().ShouldBe("REQUEST_ID_REUSED");

        await RefusedAsync("PERIOD_NOT_OVER", () => SubmitAsync("373002", ReportKind.Loans, "2099-01"));
        await RefusedAsync("REPORT_PERIOD_UNKNOWN", () => SubmitAsync("373002", period: "2020-01"));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Reports("373002").SubmitReportAsync(new() { RequestId = Fresh(), Division = "1", Period = "x" })))
            .Fields().ShouldBe(["kind", "period", "AAE011", "division"], ignoreOrder: true);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Reports("373002").RestateReportAsync(
            new() { RequestId = Fresh(), Kind = ReportKind.Loans, Division = "373002", Period = "2020-10", Handling = By("填报人") }))).Fields().ShouldContain("reason");
        await RefusedAsync(StatusCode.PermissionDenied, () => VerifyAsync("373100", answers[0].Report));
    }

    [Fact]
    public async Task What_is_not_brought_to_the_province_by_the_due_day_is_listed_with_whose_turn_it_is()
    {
        // Tai'an: its counties are in the code table, so a county without any fact is expected too.
        await VerifyAsync("370902", (await SubmitAsync("370902")).Report);
        await VerifyAsync("370911", (await SubmitAsync("370911")).Report);
        await VerifyAsync("370900", await VerifyAsync("370921", (await SubmitAsync("370921")).Report));

        var late = await OverdueAsync("370900");
        late.ShouldNotContain(one => one.Division == "370921");
        late.Single(one => one.Division == "370902").WaitingFor.ShouldBe("370900");
        var missing = late.Single(one => one.Division == "370923");
        (missing.State, missing.WaitingFor, missing.DivisionTitle).ShouldBe((ReportState.Draft, "370923", "东平县"));
        missing.Due.ToDay().ShouldBe(new DateOnly(2020, 9, 29));
        late.ShouldAllBe(one => one.Kind == ReportKind.NewEmployment);

        var all = await Reports("370900").ListReportsAsync(new() { Division = "370900", Period = "2020-10", PageSize = 5 });
        all.Reports.Count.ShouldBe(5);
        var next = await Reports("370900").ListReportsAsync(new() { Division = "370900", Period = "2020-10", PageSize = 1000, PageToken = all.NextPageToken });
        next.Reports.Select(one => (one.Kind, one.Division)).ShouldNotContain((all.Reports[^1].Kind, all.Reports[^1].Division));
        next.Reports.Where(one => one.Kind is ReportKind.RegisteredUnemployment).ShouldAllBe(one => one.Due.ToDay() == new DateOnly(2020, 11, 3));
        next.Reports.Where(one => one.Kind is ReportKind.Loans).ShouldAllBe(one => one.Due == null && !one.Overdue);
    }

    [Fact]
    public async Task Reports_that_no_document_dates_are_due_on_the_days_that_the_operator_set()
    {
        await AnnounceAllAsync([Announced.Recognised("376702", InSeptember)]);
        await SubmitAsync("376702", ReportKind.Hardship);
        await SubmitAsync("376702", ReportKind.Funds);
        await SubmitAsync("376702", ReportKind.Training);

        var listed = (await Reports("376702").ListReportsAsync(new() { Division = "376702", Period = September, PageSize = 100 })).Reports;

        listed.Single(one => one.Kind == ReportKind.Hardship).Due.ToDay().ShouldBe(new DateOnly(2020, 10, 5));
        listed.Single(one => one.Kind == ReportKind.Funds).Due.ToDay().ShouldBe(new DateOnly(2020, 10, 31));
        listed.Single(one => one.Kind == ReportKind.Training).Due.ShouldBeNull();
        listed.Where(one => one.Kind is ReportKind.Hardship).ShouldAllBe(one => one.Overdue && one.WaitingFor == "376702" && one.SubmittedLate);
    }

    private async Task<List<ReportStatus>> OverdueAsync(string division)
    {
        var request = new ListReportsRequest { Division = division, Period = September, Kind = ReportKind.NewEmployment, OverdueOnly = true, PageSize = 2 };
        var found = new List<ReportStatus>();
        do
        {
            var page = await Reports(division).ListReportsAsync(request);
            found.AddRange(page.Reports);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }
}
