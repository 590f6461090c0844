using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>From a decision to money: the whole way, over gRPC.</summary>
public sealed class PaymentWayTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    [Fact]
    public async Task A_refund_is_publicised_approved_paid_returned_corrected_paid_again_and_recovered()
    {
        await scene.AllotAsync(3 * PaymentScene.TenThousandYuan);
        var ids = await fixture.AddAsync([scene.Payable(publicity: true), scene.Payable(publicity: true)]);
        var publicity = await PubliciseAsync();
        (await scene.Reviewer.ApprovePayablesAsync(new() { RequestId = PaymentScene.RequestId(), PublicityId = publicity.PublicityId })).Approved.ShouldBe(2);
        var budget = await scene.BudgetAsync();
        (budget.ReservedFen, budget.PaidFen).ShouldBe((2 * PaymentScene.TenThousandYuan, 0L));

        var batch = await scene.BatchAsync();
        var file = await scene.FileAsync(batch);
        file.Select(line => line.PaymentNo).ShouldBeInOrder();
        file.ShouldAllBe(line => line.BankAccount == "6222000011112222" && line.PaymentNo.StartsWith("ST20200720"));
        var taken = await scene.AnswerAsync(PaymentScene.Paid(file[0], 1), PaymentScene.Returned(file[1], 2));
        (taken.Paid, taken.Returned, taken.FaultCount).ShouldBe((1, 1, 0));
        (await scene.Payer.GetPaymentBatchAsync(new() { BatchId = batch.BatchId })).Batch.State.ShouldBe(BatchState.Closed);

        var returned = ids[1].ToString();
        (await scene.GetAsync(returned)).State.ShouldBe(PayableState.Returned);
        var corrected = await scene.Reviewer.CorrectAccountAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = returned, BankAccount = "6222999988887777", BankName = "某银行" });
        (corrected.Payable.State, corrected.Payable.BankAccount).ShouldBe((PayableState.Approved, "****7777"));
        var second = (await scene.FileAsync(await scene.BatchAsync())).Single();
        second.BankAccount.ShouldBe("6222999988887777");
        second.PaymentNo.ShouldNotBe(file[1].PaymentNo);
        (await scene.AnswerAsync(PaymentScene.Paid(second))).Paid.ShouldBe(1);

        (await RecoverAsync(returned, 400_000)).State.ShouldBe(PayableState.Paid);
        (await RecoverAsync(returned, 600_000)).State.ShouldBe(PayableState.Recovered);
        budget = await scene.BudgetAsync();
        (budget.ReservedFen, budget.PaidFen, budget.RecoveredFen).ShouldBe((0L, 2 * PaymentScene.TenThousandYuan, PaymentScene.TenThousandYuan));
        (await scene.GetAsync(returned)).Steps.Select(step => step.State).ShouldBe(
        [
            PayableState.Decided, PayableState.Publicised, PayableState.Approved, PayableState.Batched, PayableState.Returned,
            PayableState.Approved, PayableState.Batched, PayableState.Paid, PayableState.Paid, PayableState.Recovered,
        ]);
        var reconciled = await scene.ReconcileAsync();
        reconciled.Differences.ShouldBeEmpty();
        (reconciled.Payments, reconciled.PaidFen).ShouldBe((3, 2 * PaymentScene.TenThousandYuan));
    }

    [Fact]
    public async Task The_public_list_lasts_five_working_days_and_shows_no_account()
    {
        await fixture.AddAsync([scene.Payable(publicity: true) with { Fund = Fund.SkillsSpecialAccount }]);
        await fixture.AddAsync([scene.Payable(publicity: true) with { Payee = Guid.CreateVersion7().ToString(), PayeeName = "张三丰" }]);

        var publicity = await PubliciseAsync();

        (publicity.From, publicity.To, publicity.WorkingDays).ShouldBe((PaymentScene.Day(10), PaymentScene.Day(17), 5));
        publicity.TermSource.ShouldContain("平台最低公示期");
        var page = await scene.Reviewer.GetPublicityAsync(new() { PublicityId = publicity.PublicityId, PageSize = 1 });
        page.Lines.Single().PayeeName.ShouldBe("济南某某机械有限公司");
        var next = await scene.Reviewer.GetPublicityAsync(new() { PublicityId = publicity.PublicityId, PageSize = 1, PageToken = page.NextPageToken });
        next.Lines.Single().PayeeName.ShouldBe("张**");
        next.Lines.Single().Payee.ShouldEndWith("****");
        next.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_special_account_is_publicised_by_its_own_clause_in_shandong_only()
    {
        var jinan = await fixture.AddAsync([scene.Payable(publicity: true) with { Fund = Fund.SkillsSpecialAccount, Pool = "370100", Division = "370100" }]);
        var client = new Wenye.Contracts.Stabilization.V1.PaymentService.PaymentServiceClient(fixture.Calls(fixture.Today, "jinan", "370100", "stabilization-reviewer"));

        var publicity = (await client.StartPublicityAsync(new() { RequestId = PaymentScene.RequestId(), Title = "公示", Pool = "370100", PayableIds = { jinan[0].ToString() } })).Publicity;

        publicity.TermSource.ShouldContain("鲁人社字〔2020〕55号");
    }

    [Fact]
    public async Task Nothing_is_approved_before_publicity_is_over_or_while_an_objection_is_open()
    {
        await scene.AllotAsync(9 * PaymentScene.TenThousandYuan);
        var ids = (await fixture.AddAsync([scene.Payable(publicity: true), scene.Payable(publicity: true), scene.Payable(publicity: true)])).Select(id => id.ToString()).ToList();
        (await scene.ApproveAsync([ids[0]])).NotApproved.Single().Reason.ShouldBe("PUBLICITY_NOT_STARTED");
        var publicity = await PubliciseAsync();
        var onLastDay = scene.On(fixture.LastDay, "stabilization-reviewer");
        var early = await onLastDay.ApprovePayablesAsync(new() { RequestId = PaymentScene.RequestId(), PublicityId = publicity.PublicityId });
        (early.Approved, early.NotApprovedCount).ShouldBe((0, 3));
        early.NotApproved.ShouldAllBe(payable => payable.Reason == "PUBLICITY_NOT_OVER");
        var wrong = await ObjectAsync(ids[0]);
        var right = await ObjectAsync(ids[1]);
        (await Refused.ByAsync(scene.Handler.RaiseObjectionAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = ids[2], Text = "过期" })))
            .ShouldBe((StatusCode.FailedPrecondition, "NOT_PUBLIC"));

        var answer = await scene.ApproveAsync(ids);
        answer.NotApproved.Select(payable => payable.Reason).ShouldBe(["OBJECTION_OPEN", "OBJECTION_OPEN"]);
        (await scene.GetAsync(ids[2])).State.ShouldBe(PayableState.Approved);
        (await ResolveAsync(wrong, upheld: false)).State.ShouldBe(PayableState.Publicised);
        (await ResolveAsync(right, upheld: true)).State.ShouldBe(PayableState.Dropped);
        (await Refused.ByAsync(scene.Reviewer.ResolveObjectionAsync(new() { RequestId = PaymentScene.RequestId(), ObjectionId = right, Finding = "又查" })))
            .ShouldBe((StatusCode.FailedPrecondition, "OBJECTION_RESOLVED"));
        answer = await scene.ApproveAsync(ids);
        answer.Approved.ShouldBe(1);
        answer.NotApproved.Select(payable => payable.Reason).ShouldBe(["STATE", "STATE"]);
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payable_given_up_frees_its_budget()
    {
        await scene.AllotAsync(PaymentScene.TenThousandYuan);
        var id = (await scene.DecidedAsync(1)).Single();
        await scene.ApproveAsync([id]);

        (await scene.Reviewer.DropPayableAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = id, Reason = "企业放弃" })).Payable.State.ShouldBe(PayableState.Dropped);

        (await scene.BudgetAsync()).ReservedFen.ShouldBe(0);
        (await Refused.ByAsync(scene.Reviewer.DropPayableAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = id, Reason = "再放弃" })))
            .ShouldBe((StatusCode.FailedPrecondition, "STATE"));
        (await Refused.ByAsync(scene.Payer.CreatePaymentBatchAsync(scene.Batch()))).ShouldBe((StatusCode.FailedPrecondition, "NOTHING_APPROVED"));
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payable_without_an_account_waits_for_one()
    {
        await scene.AllotAsync(PaymentScene.TenThousandYuan);
        var id = (await fixture.AddAsync([scene.Payable(account: "")])).Single().ToString();
        await scene.ApproveAsync([id]);
        (await Refused.ByAsync(scene.Payer.CreatePaymentBatchAsync(scene.Batch()))).ShouldBe((StatusCode.FailedPrecondition, "NOTHING_APPROVED"));
        await scene.Reviewer.CorrectAccountAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = id, BankAccount = "12345678", BankName = "某银行" });

        (await scene.BatchAsync()).Payments.ShouldBe(1);
        (await Refused.ByAsync(scene.Reviewer.CorrectAccountAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = id, BankAccount = "87654321", BankName = "某银行" })))
            .ShouldBe((StatusCode.FailedPrecondition, "STATE"));
    }

    private async Task<Publicity> PubliciseAsync() => (await scene.On(fixture.Today, "stabilization-reviewer").StartPublicityAsync(
        new() { RequestId = PaymentScene.RequestId(), Title = "稳岗返还公示", Pool = scene.Pool, Benefit = "stabilization.refund.general" })).Publicity;

    private async Task<string> ObjectAsync(string id) => (await scene.On(fixture.LastDay, "stabilization").RaiseObjectionAsync(
        new() { RequestId = PaymentScene.RequestId(), PayableId = id, Text = "该企业已裁员" })).Objection.ObjectionId;

    private async Task<Payable> ResolveAsync(string objection, bool upheld) => (await scene.Reviewer.ResolveObjectionAsync(
        new() { RequestId = PaymentScene.RequestId(), ObjectionId = objection, Upheld = upheld, Finding = "已核查" })).Payable;

    private async Task<Payable> RecoverAsync(string id, long fen) => (await scene.Payer.RecordRecoveryAsync(
        new() { RequestId = PaymentScene.RequestId(), PayableId = id, AmountFen = fen, BankReference = "R1", ValueDate = PaymentScene.Day(20) })).Payable;
}
