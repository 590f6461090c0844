using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>Batches and the bank's answers: every payment is paid once.</summary>
public sealed class BankTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    [Fact]
    public async Task Batches_at_once_never_take_the_same_payable()
    {
        await scene.AllotAsync(40 * PaymentScene.TenThousandYuan);
        await scene.ApproveAsync(await scene.DecidedAsync(40));

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.BatchAsync(most: 5)));

        var lines = new List<PaymentLine>();
        foreach (var batch in batches)
        {
            lines.AddRange(await scene.FileAsync(batch));
        }

        (lines.Count, lines.Select(line => line.PaymentNo).Distinct().Count()).ShouldBe((40, 40));
        (await fixture.Database.ReadAsync<long>("select count(distinct payable_id) from payment where payment_no = any($1)", [lines.Select(line => line.PaymentNo).ToArray()])).ShouldBe(40);
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_answer_counts_once_and_a_contradiction_is_a_fault()
    {
        var (id, line, _) = await scene.SentAsync();
        var paid = PaymentScene.Paid(line);

        var first = await scene.AnswerAsync(paid, new BankReturnLine(paid) { Row = 2 }, new BankReturnLine(PaymentScene.Returned(line)) { Row = 3 });
        var again = await scene.AnswerAsync(paid, new BankReturnLine(paid) { Row = 2, BankReference = "B2" });

        (first.Paid, first.Returned, first.RepeatedLines).ShouldBe((1, 0, 1));
        (first.Faults.Single().Row, first.Faults.Single().Field).ShouldBe((3, "paid"));
        (again.Paid, again.RepeatedLines, again.Faults.Single().Row).ShouldBe((0, 1, 2));
        (await scene.GetAsync(id)).PaidFen.ShouldBe(PaymentScene.TenThousandYuan);
        (await scene.BudgetAsync()).PaidFen.ShouldBe(PaymentScene.TenThousandYuan);
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_many_times_at_once_pays_once()
    {
        var (_, line, batch) = await scene.SentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.AnswerAsync(PaymentScene.Paid(line))));

        (answers.Sum(answer => answer.Paid), answers.Sum(answer => answer.RepeatedLines)).ShouldBe((1, 5));
        (await scene.Payer.GetPaymentBatchAsync(new() { BatchId = batch.BatchId })).Batch.Paid.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_lines_come_back_with_row_and_field_and_the_good_ones_are_taken()
    {
        await scene.AllotAsync(2 * PaymentScene.TenThousandYuan);
        await scene.ApproveAsync(await scene.DecidedAsync(2));
        var file = await scene.FileAsync(await scene.BatchAsync());
        var elsewhere = (await new PaymentScene(fixture).SentAsync()).Line;

        var answer = await scene.AnswerAsync(
            PaymentScene.Paid(file[0], 1),
            new BankReturnLine(PaymentScene.Paid(file[1], 2)) { AmountFen = 1 },
            new BankReturnLine(PaymentScene.Paid(file[1], 3)) { PaymentNo = "ST0" },
            new BankReturnLine(PaymentScene.Paid(file[1], 4)) { BankReference = "" },
            new BankReturnLine(PaymentScene.Returned(file[1], 5)) { Reason = "" },
            new BankReturnLine(PaymentScene.Paid(file[1], 6)) { ValueDate = PaymentScene.Day(21) },
            new BankReturnLine(PaymentScene.Returned(file[1], 7)) { Reason = "坏字符\uFFFD" },
            PaymentScene.Paid(elsewhere, 8),
            PaymentScene.Returned(file[1], 9));

        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (2, "amount_fen"), (3, "payment_no"), (4, "bank_reference"), (5, "reason"), (6, "value_date"), (7, "reason"), (8, "payment_no"),
        ]);
        (answer.Paid, answer.Returned, answer.FaultCount).ShouldBe((1, 1, 7));
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recovery_is_at_most_what_was_paid()
    {
        var (id, line, _) = await scene.SentAsync();
        var request = new RecordRecoveryRequest { PayableId = id, AmountFen = PaymentScene.TenThousandYuan, BankReference = "R1", ValueDate = PaymentScene.Day(20) };
        (await Refused.ByAsync(scene.Payer.RecordRecoveryAsync(new(request) { RequestId = PaymentScene.RequestId() }))).ShouldBe((StatusCode.FailedPrecondition, "STATE"));
        await scene.AnswerAsync(PaymentScene.Paid(line));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await scene.Payer.RecordRecoveryAsync(new(request) { RequestId = PaymentScene.RequestId() });
                return StatusCode.OK;
            }
            catch (RpcException refusal)
            {
                return refusal.StatusCode;
            }
        }));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.Count(status => status == StatusCode.FailedPrecondition).ShouldBe(3);
        (await scene.BudgetAsync()).RecoveredFen.ShouldBe(PaymentScene.TenThousandYuan);
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }
}
