using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>A budget is never overspent, whoever approves at once.</summary>
public sealed class BudgetTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    [Fact]
    public async Task Of_200_approvals_of_10000_yuan_at_once_against_1000000_exactly_100_pass()
    {
        await scene.AllotAsync(100 * PaymentScene.TenThousandYuan);
        var ids = await scene.DecidedAsync(200);

        var answers = await Task.WhenAll(ids.Select(id => scene.ApproveAsync([id])));

        answers.Sum(answer => answer.Approved).ShouldBe(100);
        answers.Where(answer => answer.Approved == 0).ShouldAllBe(answer => answer.NotApproved.Single().Reason == "BUDGET_EXHAUSTED");
        var budget = await scene.BudgetAsync();
        (budget.AmountFen, budget.ReservedFen).ShouldBe((100 * PaymentScene.TenThousandYuan, 100 * PaymentScene.TenThousandYuan));
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_at_once_are_approved_in_the_order_of_decision_as_far_as_the_budget_goes()
    {
        await scene.AllotAsync(250);
        var ids = (await fixture.AddAsync([scene.Payable(100), scene.Payable(100), scene.Payable(100), scene.Payable(10)])).Select(id => id.ToString()).ToList();

        var answer = await scene.ApproveAsync(ids.AsEnumerable().Reverse());

        (answer.Approved, answer.ApprovedFen, answer.NotApprovedCount).ShouldBe((2, 200, 2));
        answer.NotApproved.Select(payable => payable.PayableId).ShouldBe(ids[2..]);
        await scene.AllotAsync(310);
        (await scene.ApproveAsync(ids[2..])).Approved.ShouldBe(2);
    }

    [Fact]
    public async Task Each_fund_pays_from_its_own_budget()
    {
        await scene.AllotAsync(100);
        var ids = (await fixture.AddAsync([scene.Payable(100), scene.Payable(100, fund: Fund.SkillsSpecialAccount)])).Select(id => id.ToString()).ToList();

        var answer = await scene.ApproveAsync(ids);

        answer.Approved.ShouldBe(1);
        answer.NotApproved.Single().PayableId.ShouldBe(ids[1]);
    }

    [Fact]
    public async Task A_budget_may_fall_to_what_is_committed_and_not_below()
    {
        await scene.AllotAsync(500);
        await scene.ApproveAsync((await fixture.AddAsync([scene.Payable(300)])).Select(id => id.ToString()));

        (await scene.AllotAsync(300)).AmountFen.ShouldBe(300);

        (await Refused.ByAsync(scene.Budgeter.SetBudgetAsync(new()
        {
            RequestId = PaymentScene.RequestId(), Fund = Fund.UnemploymentInsurance, Pool = scene.Pool, Year = 2020, AmountFen = 299, Document = "文",
        }))).ShouldBe((StatusCode.FailedPrecondition, "BUDGET_BELOW_COMMITTED"));
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_entry_of_the_ledger_adds_up_to_nothing_and_pages_in_order()
    {
        var (_, line, _) = await scene.SentAsync();
        await scene.AnswerAsync(PaymentScene.Paid(line));
        var request = new ListLedgerEntriesRequest { Fund = Fund.UnemploymentInsurance, Pool = scene.Pool, Year = 2020, PageSize = 1 };
        var entries = new List<LedgerEntry>();
        do
        {
            var page = await scene.Reviewer.ListLedgerEntriesAsync(request);
            entries.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        entries.Select(entry => entry.Kind).ShouldBe(["budget", "reserve", "send", "pay"]);
        entries.ShouldAllBe(entry => entry.Postings.Count == 2 && entry.Postings.Sum(posting => posting.AmountFen) == 0);
        entries[0].Document.ShouldBe("某财社〔2020〕1号");
    }

    [Theory]
    [InlineData("UPDATE ledger_posting SET amount_fen = 0")]
    [InlineData("DELETE FROM ledger_entry")]
    [InlineData("TRUNCATE payable_step")]
    [InlineData("INSERT INTO ledger_posting SELECT max(sequence), 'spent', 1 FROM ledger_entry")]
    [InlineData("UPDATE budget SET reserved_fen = amount_fen + 1")]
    public async Task The_database_itself_refuses_to_falsify_the_books(string statement)
    {
        await scene.SentAsync();
        await Should.ThrowAsync<Npgsql.PostgresException>(async () => await fixture.Database.ReadAsync<int>($"{statement} RETURNING 1".Replace("TRUNCATE payable_step RETURNING 1", "TRUNCATE payable_step", StringComparison.Ordinal)));
    }
}
