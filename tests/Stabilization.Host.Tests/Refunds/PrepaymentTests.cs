using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>先预拨、后承诺、再清算: paid first, committed after, settled against a later screening.</summary>
public sealed class PrepaymentTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    [Fact]
    public async Task What_was_prepaid_is_settled_to_the_fen_by_later_data()
    {
        var office = await fixture.NewOfficeAsync();
        var (same, more, less, silent) = (await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync());
        var screening = await office.ScreenAsync(new(2020, 7, 8));
        await office.OpenAsync(screening);

        var prepaid = await office.Refunds.PrepayRefundsAsync(new() { RequestId = RefundOffice.NewId(), ScreeningId = screening, Handling = RefundOffice.By });
        (prepaid.Prepaid, prepaid.AmountFen).ShouldBe((4, 4 * 1_200_000));
        await PayAsync(office);
        foreach (var firm in (string[])[same, more, less])
        {
            var refund = await office.CaseOfAsync(firm);
            (await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(refund))).RefundCase.State.ShouldBe(RefundState.Prepaid);
        }

        await office.ImportAsync([.. RefundOffice.Months(more, 100_001)]);
        await office.ImportAsync([.. RefundOffice.Months(less, 90_000)]);
        var later = await office.ScreenAsync(new(2020, 7, 9));
        var settled = await SettleAsync(office, screening, later);

        (settled.Settled, settled.ToppedUp, settled.TopUpFen).ShouldBe((3, 1, 12));
        (settled.ToBeRecovered, settled.ToRecoverFen).ShouldBe((1, 120_000));
        (settled.WithoutCommitment, settled.NotSettled).ShouldBe((1, 0));
        (await office.CaseOfAsync(same)).State.ShouldBe(RefundState.Settled);
        (await office.CaseOfAsync(less)).ToRecoverFen.ShouldBe(120_000);
        var further = await office.CaseOfAsync(more);
        (further.State, further.AmountFen, further.TopUp).ShouldBe((RefundState.Payable, 12, true));
        (await office.CaseOfAsync(silent)).State.ShouldBe(RefundState.Prepaid);
        (await SettleAsync(office, screening, later)).Settled.ShouldBe(0, "what is settled is settled");
    }

    [Fact]
    public async Task Nothing_is_settled_before_the_bank_has_paid()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var screening = await office.ScreenAsync(new(2020, 7, 8));
        await office.OpenAsync(screening);
        await office.Refunds.PrepayRefundsAsync(new() { RequestId = RefundOffice.NewId(), ScreeningId = screening, Handling = RefundOffice.By });
        await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(await office.CaseOfAsync(code)));

        var settled = await SettleAsync(office, screening, await office.ScreenAsync(new(2020, 7, 9)));

        (settled.Settled, settled.NotSettled).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Firms_in_difficulty_are_not_prepaid()
    {
        var office = await fixture.NewOfficeAsync();
        await office.NewFirmAsync();
        var screening = await office.ScreenAsync(new(2020, 4, 1), RefundKind.Difficult);

        var refused = await RefundOffice.RefusedAsync(async () => await office.Refunds.PrepayRefundsAsync(
            new() { RequestId = RefundOffice.NewId(), ScreeningId = screening, Handling = RefundOffice.By }));

        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Status.Detail.ShouldContain("鲁人社函〔2020〕10号 (二)");
    }

    private static async Task<SettlePrepaymentsResponse> SettleAsync(RefundOffice office, string screening, string later) =>
        await office.Refunds.SettlePrepaymentsAsync(
            new() { RequestId = RefundOffice.NewId(), ScreeningId = screening, AgainstScreeningId = later, Handling = RefundOffice.By });

    // Approves, sends and has the bank pay all that is decided in the pool.
    private async Task PayAsync(RefundOffice office)
    {
        var reviewer = Client(office, Roles.StabilizationReviewer);
        var payer = Client(office, Roles.Payer);
        await Client(office, Roles.Budget).SetBudgetAsync(
            new() { RequestId = RefundOffice.NewId(), Fund = Fund.UnemploymentInsurance, Pool = office.Pool, Year = 2020, AmountFen = 100_000_000, Document = "虚构财社〔2020〕1号" });
        var payables = (await reviewer.ListPayablesAsync(new() { Pool = office.Pool, State = PayableState.Decided })).Payables;
        await reviewer.ApprovePayablesAsync(new() { RequestId = RefundOffice.NewId(), PayableIds = { payables.Select(payable => payable.PayableId) } });
        var batch = (await payer.CreatePaymentBatchAsync(new() { RequestId = RefundOffice.NewId(), Fund = Fund.UnemploymentInsurance, Pool = office.Pool })).Batch;
        using var file = payer.StreamPaymentFile(new() { BatchId = batch.BatchId });
        var lines = (await file.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines).ToList();
        using var answer = payer.ImportBankReturns();
        await answer.RequestStream.WriteAsync(new()
        {
            Lines =
            {
                lines.Select((line, i) => new BankReturnLine
                {
                    Row = i + 1, PaymentNo = line.PaymentNo, Paid = true, BankReference = $"B{line.PaymentNo}", ValueDate = RefundFixture.Today.ToContract(), AmountFen = line.AmountFen,
                }),
            },
        });
        await answer.RequestStream.CompleteAsync();
        (await answer).Paid.ShouldBe(lines.Count);
    }

    private PaymentService.PaymentServiceClient Client(RefundOffice office, string role) => new(fixture.Service.Calls(fixture.Token(office.Pool, role)));
}
