using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;

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
        await office.PayAsync();
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
}
