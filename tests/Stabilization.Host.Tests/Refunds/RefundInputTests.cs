using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>Bad input, repeats, other divisions; and the notice to the firm.</summary>
public sealed class RefundInputTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    [Fact]
    public async Task A_confirmation_tells_every_fault_and_changes_nothing()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        await office.OpenAsync(await office.ScreenAsync());
        var refund = await office.CaseOfAsync(code);

        var wrong = await RefundOffice.RefusedAsync(async () => await office.Portal.ConfirmRefundAsync(
            new() { RequestId = RefundOffice.NewId(), CaseId = refund.CaseId, BankAccount = "62 00", Handling = new() { Operator = "有 空格" } }));

        wrong.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Fields(wrong).ShouldBe(["commitment", "signed_by", "bank_account", "bank_name", "AAE011"]);
        wrong.ToString().ShouldNotContain("62 00");
        (await office.CaseOfAsync(code)).State.ShouldBe(RefundState.Listed);
    }

    [Fact]
    public async Task Without_any_account_the_firm_names_one()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync(account: "");
        await office.OpenAsync(await office.ScreenAsync());
        var request = RefundOffice.Confirmation(await office.CaseOfAsync(code));

        Fields(await RefundOffice.RefusedAsync(async () => await office.Portal.ConfirmRefundAsync(request))).ShouldBe(["bank_account"]);

        (request.BankAccount, request.BankName) = ("6200111122223333", "虚构银行");
        (await office.Portal.ConfirmRefundAsync(request)).RefundCase.State.ShouldBe(RefundState.Payable);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_other_content_is_refused()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var request = new OpenRefundCasesRequest { RequestId = RefundOffice.NewId(), ScreeningId = await office.ScreenAsync(), Handling = RefundOffice.By };
        var first = await office.Refunds.OpenRefundCasesAsync(request);
        (await office.Refunds.OpenRefundCasesAsync(request)).ShouldBe(first);

        var confirmation = RefundOffice.Confirmation(await office.CaseOfAsync(code));
        var confirmed = await office.Portal.ConfirmRefundAsync(confirmation);
        (await office.Portal.ConfirmRefundAsync(confirmation)).ShouldBe(confirmed);
        confirmation.SignedBy = "另一人";
        (await RefundOffice.RefusedAsync(async () => await office.Portal.ConfirmRefundAsync(confirmation))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task Another_pool_sees_nothing_of_it()
    {
        var office = await fixture.NewOfficeAsync();
        var other = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var screening = await office.ScreenAsync();
        await office.OpenAsync(screening);
        var refund = await office.CaseOfAsync(code);

        foreach (var call in (Func<Task>[])
        [
            async () => await other.Refunds.GetRefundCaseAsync(new() { CaseId = refund.CaseId }),
            async () => await other.Refunds.ListRefundCasesAsync(new() { Division = office.County }),
            async () => await other.OpenAsync(screening),
            async () => await other.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(refund)),
            async () => await other.Refunds.GetDecisionNoticeAsync(new() { ScreeningId = screening, CreditCode = code }),
        ])
        {
            (await RefundOffice.RefusedAsync(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }
    }

    [Fact]
    public async Task The_notice_quotes_every_clause_and_says_why()
    {
        var office = await fixture.NewOfficeAsync();
        var granted = await office.NewFirmAsync(paidFen: 100_000);
        var refused = await office.NewFirmAsync();
        await office.ImportAsync(new FirmDataRow { Reduction = new() { CreditCode = refused, Month = "2019-05", Kind = ReductionKind.Dismissed, People = 9 } });
        var screening = await office.ScreenAsync();

        var yes = await office.Refunds.GetDecisionNoticeAsync(new() { ScreeningId = screening, CreditCode = granted });
        yes.Text.ShouldContain("本次返还12000.00元");
        yes.Text.ShouldContain("鲁人社字〔2020〕63号 二(一)1——符合");
        yes.Text.ShouldContain("“将中小微企业稳岗返还标准提高至企业及其职工上年度缴纳失业保险费的100%");
        yes.Text.ShouldContain("上年度裁员人数：0");
        yes.Decision.Findings.Count.ShouldBeGreaterThan(5);
        yes.IssuedOn.ShouldBe(RefundFixture.Today.ToContract());

        var no = await office.Refunds.GetDecisionNoticeAsync(new() { ScreeningId = screening, CreditCode = refused });
        no.Text.ShouldContain("不予返还。不符合：鲁人社字〔2020〕26号 二(二)3");
        no.Text.ShouldContain("上年度裁员人数：9");
    }

    [Fact]
    public async Task Ids_that_are_none_are_told_by_name()
    {
        var office = await fixture.NewOfficeAsync();

        Fields(await RefundOffice.RefusedAsync(async () => await office.Refunds.GetRefundCaseAsync(new() { CaseId = "x" }))).ShouldBe(["case_id"]);
        Fields(await RefundOffice.RefusedAsync(async () => await office.OpenAsync("x"))).ShouldBe(["screening_id"]);
        Fields(await RefundOffice.RefusedAsync(async () => await office.Refunds.ListRefundCasesAsync(
            new() { Division = "37", State = (RefundState)99, ScreeningId = "x", PageSize = -1, PageToken = "x" })))
            .ShouldBe(["division", "state", "screening_id", "page_size", "page_token"]);
        (await RefundOffice.RefusedAsync(async () => await office.Refunds.GetRefundCaseAsync(new() { CaseId = $"{Guid.CreateVersion7()}" })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static IEnumerable<string> Fields(RpcException wrong) =>
        wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field);
}
