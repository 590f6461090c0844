using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>From the list of a screening to what is payable.</summary>
public sealed class RefundWayTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_firm_is_listed_told_confirms_and_becomes_payable()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync(paidFen: 100_000);
        var screening = await office.ScreenAsync();

        var opened = await office.OpenAsync(screening);
        (opened.Opened, opened.AmountFen, opened.AlreadyOpen, opened.PayableAtOnce, opened.Outdated).ShouldBe((1, 1_200_000, 0, 0, 0));

        var notice = (await NotifyAsync(office, screening)).ShouldHaveSingleItem();
        (notice.CreditCode, notice.Phone).ShouldBe((code, "13900000000"));
        notice.Text.ShouldContain("12000.00元");
        var listed = await office.CaseOfAsync(code);
        (listed.State, listed.AmountFen, listed.Year, listed.TopUp).ShouldBe((RefundState.Notified, 1_200_000, 2020, false));

        var confirmed = (await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(listed))).RefundCase;
        confirmed.State.ShouldBe(RefundState.Payable);
        var payable = (await Payments(office).GetPayableAsync(new() { PayableId = confirmed.PayableId })).Payable;
        (payable.State, payable.AmountFen, payable.Fund, payable.Pool, payable.Payee, payable.SubjectId)
            .ShouldBe((PayableState.Decided, 1_200_000, Fund.UnemploymentInsurance, office.Pool, code, listed.CaseId));

        var history = (await office.Refunds.GetRefundCaseAsync(new() { CaseId = listed.CaseId })).RefundCase;
        history.Steps.Select(step => step.State).ShouldBe([RefundState.Listed, RefundState.Notified, RefundState.Confirmed, RefundState.Payable]);
        history.Steps[0].Operator.ShouldBe(RefundOffice.By.Operator);
        (await office.Portal.GetRefundCaseAsync(new() { CaseId = listed.CaseId })).RefundCase.Steps.ShouldAllBe(step => step.Operator.Length == 0 && step.Note.Length == 0);
    }

    [Fact]
    public async Task Telling_firms_again_tells_the_same_and_leaves_no_second_step()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        await office.NewFirmAsync();
        var screening = await office.ScreenAsync();
        await office.OpenAsync(screening);

        var first = await NotifyAsync(office, screening);
        (await NotifyAsync(office, screening)).ShouldBe(first);
        (await NotifyAsync(office, screening, after: first[0].CreditCode)).ShouldBe([first[1]]);

        var refund = (await office.Refunds.GetRefundCaseAsync(new() { CaseId = (await office.CaseOfAsync(code)).CaseId })).RefundCase;
        refund.Steps.Select(step => step.State).ShouldBe([RefundState.Listed, RefundState.Notified]);
    }

    [Fact]
    public async Task The_raised_part_is_payable_without_a_step_of_the_firm()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync(paidFen: 100_000);
        await office.ImportAsync(new FirmDataRow { PastRefund = new() { CreditCode = code, Year = 2020, Kind = RefundKind.General, PaidFen = 600_000 } });

        var opened = await office.OpenAsync(await office.ScreenAsync());

        (opened.Opened, opened.PayableAtOnce, opened.AmountFen).ShouldBe((1, 1, 600_000));
        var refund = await office.CaseOfAsync(code);
        (refund.State, refund.TopUp).ShouldBe((RefundState.Payable, true));
        (await Payments(office).GetPayableAsync(new() { PayableId = refund.PayableId })).Payable.AmountFen.ShouldBe(600_000);
    }

    [Fact]
    public async Task What_is_payable_counts_as_drawn_and_an_older_screening_opens_nothing_more()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var first = await office.ScreenAsync(new(2020, 7, 8));
        var second = await office.ScreenAsync(new(2020, 7, 9));
        await office.OpenAsync(first);
        await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(await office.CaseOfAsync(code)));

        var again = await office.OpenAsync(second);

        (again.Opened, again.AlreadyOpen, again.Outdated).ShouldBe((0, 0, 1));
        var third = await office.ScreenAsync();
        var result = await office.Screenings.GetScreeningResultAsync(new() { ScreeningId = third, CreditCode = code });
        result.Result.Outcome.ShouldBe(Contracts.Policy.V1.Outcome.Refused, "all of it is drawn");
    }

    [Fact]
    public async Task A_later_screening_takes_over_a_case_that_is_on_its_way()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync(paidFen: 100_000);
        var first = await office.ScreenAsync(new(2020, 7, 8));
        await office.OpenAsync(first);
        var before = await office.CaseOfAsync(code);
        await office.ImportAsync([.. RefundOffice.Months(code, 90_000)]);
        var second = await office.ScreenAsync(new(2020, 7, 9));

        var again = await office.OpenAsync(second);

        (again.Opened, again.AlreadyOpen).ShouldBe((0, 1));
        var after = await office.CaseOfAsync(code);
        (after.CaseId, after.ScreeningId, after.AmountFen).ShouldBe((before.CaseId, second, 1_080_000));
        (await office.OpenAsync(second)).AlreadyOpen.ShouldBe(1);
        (await office.Refunds.GetRefundCaseAsync(new() { CaseId = after.CaseId })).RefundCase.Steps.Count.ShouldBe(2, "the same screening again changes nothing");
    }

    [Fact]
    public async Task Two_who_open_the_same_list_at_once_open_it_once()
    {
        var office = await fixture.NewOfficeAsync();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await office.NewFirmAsync();
        }

        var screening = await office.ScreenAsync();
        var both = await Task.WhenAll(office.OpenAsync(screening), office.OpenAsync(screening));

        both.Sum(answer => answer.Opened).ShouldBe(5);
        both.Sum(answer => answer.AlreadyOpen).ShouldBe(5);
        (await office.Refunds.ListRefundCasesAsync(new() { Division = office.Pool })).RefundCases.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_firm_that_declines_is_not_paid_and_may_be_listed_anew()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var screening = await office.ScreenAsync();
        await office.OpenAsync(screening);
        var listed = await office.CaseOfAsync(code);

        (await office.Portal.DeclineRefundAsync(new() { RequestId = RefundOffice.NewId(), CaseId = listed.CaseId })).RefundCase.State.ShouldBe(RefundState.Declined);

        var refused = await RefundOffice.RefusedAsync(async () => await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(listed)));
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Status.Detail.ShouldContain("企业放弃");
        (await office.OpenAsync(screening)).Opened.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_page_by_state_and_screening()
    {
        var office = await fixture.NewOfficeAsync();
        var codes = new List<string>();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            codes.Add(await office.NewFirmAsync());
        }

        var screening = await office.ScreenAsync();
        await office.OpenAsync(screening);
        await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(await office.CaseOfAsync(codes[2])));
        var found = new List<string>();
        var request = new ListRefundCasesRequest { Division = office.County, State = RefundState.Listed, ScreeningId = screening, PageSize = 3 };
        do
        {
            var page = await office.Refunds.ListRefundCasesAsync(request);
            page.RefundCases.Count.ShouldBeLessThanOrEqualTo(3);
            found.AddRange(page.RefundCases.Select(refund => refund.CreditCode));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        found.ShouldBe(codes.Where(code => code != codes[2]), ignoreOrder: true);
    }

    private PaymentService.PaymentServiceClient Payments(RefundOffice office) =>
        new(fixture.Service.Calls(fixture.Token(office.Pool, Roles.StabilizationReviewer)));

    private static async Task<List<FirmNotice>> NotifyAsync(RefundOffice office, string screening, string after = "")
    {
        var notices = new List<FirmNotice>();
        using var call = office.Refunds.NotifyFirms(new() { ScreeningId = screening, AfterCreditCode = after });
        while (await call.ResponseStream.MoveNext(Cancellation))
        {
            notices.AddRange(call.ResponseStream.Current.Notices);
        }

        return notices;
    }
}
