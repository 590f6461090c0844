using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>Who may do what, what a repeat does, and what a caller must not send.</summary>
public sealed class PaymentAccessTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    [Theory]
    [InlineData("stabilization")]
    [InlineData("stabilization-reviewer")]
    [InlineData("budget")]
    public async Task Whoever_handles_approves_or_budgets_does_not_pay(string otherRole)
    {
        var (id, _, batch) = await scene.SentAsync();
        var both = scene.As("payer", otherRole);
        var refusal = (StatusCode.FailedPrecondition, "DUTIES_NOT_SEPARATED");

        (await Refused.ByAsync(both.CreatePaymentBatchAsync(scene.Batch()))).ShouldBe(refusal);
        (await Refused.ByAsync(both.RecordRecoveryAsync(new() { RequestId = PaymentScene.RequestId(), PayableId = id, AmountFen = 1, BankReference = "R", ValueDate = PaymentScene.Day(20) }))).ShouldBe(refusal);
        using var answers = both.ImportBankReturns();
        (await Should.ThrowAsync<RpcException>(async () => await answers)).Status.Detail.ShouldContain("鲁人社函〔2020〕10号 四(八)");
        using var file = both.StreamPaymentFile(new() { BatchId = batch.BatchId });
        (await Should.ThrowAsync<RpcException>(() => file.ResponseStream.MoveNext(CancellationToken.None))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Whoever_decided_or_approved_does_not_pay_it()
    {
        await scene.AllotAsync(2 * PaymentScene.TenThousandYuan);
        var ids = await scene.DecidedAsync(2);
        await scene.ApproveAsync([ids[0]], by: "王审批");
        (await Refused.ByAsync(scene.Payer.CreatePaymentBatchAsync(scene.Batch(by: "王审批")))).ShouldBe((StatusCode.FailedPrecondition, "DUTIES_NOT_SEPARATED"));
        await scene.ApproveAsync([ids[1]], by: "李审批");

        (await scene.BatchAsync(by: "王审批")).Payments.ShouldBe(1);

        (await scene.GetAsync(ids[0])).State.ShouldBe(PayableState.Approved);
        (await scene.GetAsync(ids[1])).State.ShouldBe(PayableState.Batched);
        (await scene.BatchAsync(by: "赵出纳")).Payments.ShouldBe(1);
    }

    [Fact]
    public async Task Each_role_does_its_own_part_only()
    {
        var id = (await scene.DecidedAsync(1)).Single();
        var denied = StatusCode.PermissionDenied;
        (await Refused.ByAsync(scene.Payer.ApprovePayablesAsync(new() { RequestId = "1", PayableIds = { id } }))).Code.ShouldBe(denied);
        (await Refused.ByAsync(scene.Handler.ApprovePayablesAsync(new() { RequestId = "1", PayableIds = { id } }))).Code.ShouldBe(denied);
        (await Refused.ByAsync(scene.Reviewer.CreatePaymentBatchAsync(scene.Batch()))).Code.ShouldBe(denied);
        (await Refused.ByAsync(scene.Reviewer.SetBudgetAsync(new()))).Code.ShouldBe(denied);
        (await Refused.ByAsync(scene.As("firm-portal").GetPayableAsync(new() { PayableId = id }))).Code.ShouldBe(denied);
    }

    [Fact]
    public async Task Another_city_sees_and_pays_nothing_here()
    {
        var (id, _, batch) = await scene.SentAsync();
        var other = new PaymentScene(fixture);
        var refusal = (StatusCode.PermissionDenied, "OTHER_DIVISION");

        (await Refused.ByAsync(other.Reviewer.GetPayableAsync(new() { PayableId = id }))).ShouldBe(refusal);
        (await Refused.ByAsync(other.Reviewer.ApprovePayablesAsync(new() { RequestId = "1", PayableIds = { id } }))).ShouldBe(refusal);
        (await Refused.ByAsync(other.Reviewer.ListPayablesAsync(new() { Pool = scene.Pool }))).ShouldBe(refusal);
        (await Refused.ByAsync(other.Payer.CreatePaymentBatchAsync(scene.Batch()))).ShouldBe(refusal);
        (await Refused.ByAsync(other.Payer.GetPaymentBatchAsync(new() { BatchId = batch.BatchId }))).ShouldBe(refusal);
        (await Refused.ByAsync(other.Reviewer.ReconcileAsync(new() { Pool = scene.Pool }))).ShouldBe(refusal);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_many_at_once_have_one_effect()
    {
        await scene.AllotAsync(2 * PaymentScene.TenThousandYuan);
        await scene.ApproveAsync(await scene.DecidedAsync(2));
        var request = scene.Batch(most: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await scene.Payer.CreatePaymentBatchAsync(request)));

        answers.Distinct().Count().ShouldBe(1);
        (await Refused.ByAsync(scene.Payer.CreatePaymentBatchAsync(new(request) { MaxPayments = 2 }))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
        (await scene.BatchAsync()).Payments.ShouldBe(1);
    }

    [Fact]
    public async Task Every_fault_of_a_request_is_told()
    {
        (await Refused.FieldsOfAsync(scene.Reviewer.StartPublicityAsync(new() { Pool = "1", From = PaymentScene.Day(19), PayableIds = { "x" }, Benefit = "b", Handling = new Handling { Operator = "有 空格" } })))
            .ShouldBe(["title", "from", "benefit", "AAE011", "pool", "payable_ids"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Reviewer.ApprovePayablesAsync(new()))).ShouldBe(["publicity_id"]);
        (await Refused.FieldsOfAsync(scene.Budgeter.SetBudgetAsync(new() { AmountFen = -1 }))).ShouldBe(["fund", "year", "amount_fen", "document", "pool"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Payer.CreatePaymentBatchAsync(new() { MaxPayments = -1 }))).ShouldBe(["fund", "max_payments", "pool"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Reviewer.CorrectAccountAsync(new() { BankAccount = "12345６" }))).ShouldBe(["bank_account", "bank_name", "payable_id"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Payer.RecordRecoveryAsync(new()))).ShouldBe(["amount_fen", "bank_reference", "value_date", "payable_id"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Reviewer.DropPayableAsync(new()))).ShouldBe(["reason", "payable_id"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Handler.RaiseObjectionAsync(new() { Text = new string('异', 1001) }))).ShouldBe(["text", "payable_id"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Reviewer.ResolveObjectionAsync(new()))).ShouldBe(["finding", "objection_id"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Reviewer.ListPayablesAsync(new() { Pool = scene.Pool, PageSize = 1001, PageToken = "x" }))).ShouldBe(["page_size", "page_token"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var none = Guid.CreateVersion7().ToString();
        (await Refused.ByAsync(scene.Reviewer.GetPayableAsync(new() { PayableId = none }))).ShouldBe((StatusCode.NotFound, "PAYABLE_NOT_FOUND"));
        (await Refused.ByAsync(scene.Reviewer.ApprovePayablesAsync(new() { RequestId = "1", PayableIds = { none } }))).ShouldBe((StatusCode.NotFound, "PAYABLE_NOT_FOUND"));
        (await Refused.ByAsync(scene.Reviewer.ApprovePayablesAsync(new() { RequestId = "1", PublicityId = none }))).ShouldBe((StatusCode.NotFound, "PUBLICITY_NOT_FOUND"));
        (await Refused.ByAsync(scene.Reviewer.GetPublicityAsync(new() { PublicityId = none }))).ShouldBe((StatusCode.NotFound, "PUBLICITY_NOT_FOUND"));
        (await Refused.ByAsync(scene.Payer.GetPaymentBatchAsync(new() { BatchId = none }))).ShouldBe((StatusCode.NotFound, "BATCH_NOT_FOUND"));
        (await Refused.ByAsync(scene.Reviewer.ResolveObjectionAsync(new() { RequestId = "1", ObjectionId = none, Finding = "无" }))).ShouldBe((StatusCode.NotFound, "OBJECTION_NOT_FOUND"));
        (await Refused.ByAsync(scene.Reviewer.StartPublicityAsync(new() { RequestId = "1", Title = "公示", Pool = scene.Pool, PayableIds = { none } }))).ShouldBe((StatusCode.FailedPrecondition, "STATE"));
    }

    [Fact]
    public async Task Names_and_accounts_lie_encrypted_and_lists_mask_them()
    {
        var (_, line, batch) = await scene.SentAsync();
        var page = await scene.Reviewer.ListPayablesAsync(new() { Pool = scene.Pool, State = PayableState.Batched });

        (page.Payables.Single().BankAccount, page.Payables.Single().PayeeName).ShouldBe(("****2222", "济南某某机械有限公司"));
        line.BankAccount.ShouldBe("6222000011112222");
        (await fixture.Database.ReadAsync<long>(
            "select count(*) from payable p join payment y on y.payable_id = p.id where y.payment_no = $1 and (p::text || y::text) like '%' || encode('6222000011112222', 'hex') || '%'", line.PaymentNo)).ShouldBe(0);
        (await fixture.Database.ReadAsync<long>("select count(*) from payment_file_read where batch_id = $1", Guid.Parse(batch.BatchId))).ShouldBe(1);
    }
}
