namespace Wenye.Payments.Tests;

/// <summary>The verifier finds every way in which the books can be falsified.</summary>
public sealed class ReconciliationTests(PayingHost host)
{
    [Theory]
    [InlineData("entries_add_up", "update ledger_posting g set amount_fen = g.amount_fen + 1 from ledger_entry e where e.sequence = g.entry and e.kind = 'budget' and g.account = 'funding' and e.pool = $pool")]
    [InlineData("budget_amount_equals_ledger", "update budget set amount_fen = amount_fen + 1 where pool = $pool")]
    [InlineData("budget_reserved_equals_ledger", "update budget set reserved_fen = reserved_fen + 1 where pool = $pool")]
    [InlineData("budget_paid_equals_ledger", "update budget set paid_fen = paid_fen + 1 where pool = $pool")]
    [InlineData("budget_recovered_equals_ledger", "update budget set recovered_fen = recovered_fen + 1 where pool = $pool")]
    [InlineData("payments_equal_ledger", "update payment y set amount_fen = y.amount_fen + 1 from payable p where p.id = y.payable_id and y.state = 2 and p.pool = $pool")]
    [InlineData("sent_equals_in_transit", "update payment y set state = 3 from payable p where p.id = y.payable_id and y.state = 1 and p.pool = $pool")]
    [InlineData("reserved_equals_payables", "update payable set state = 8 where state = 5 and pool = $pool")]
    [InlineData("recoveries_equal_ledger", "update payable set recovered_fen = 2 where state = 6 and pool = $pool")]
    [InlineData("paid_once", "update payable set state = 4, paid_fen = 0, recovered_fen = 0 where state = 6 and pool = $pool")]
    [InlineData("approved_before_sent", "delete from payable_step s using payable p where p.id = s.payable_id and s.state = 4 and p.pool = $pool")]
    [InlineData("publicised_before_approval", "update payable set needs_publicity = true where pool = $pool")]
    [InlineData("objections_answered", "insert into objection (id, payable_id, text, raised_at) select gen_random_uuid(), id, '', now() from payable where pool = $pool")]
    [InlineData("batches_equal_payments", "update payment_batch set paid = 0 where pool = $pool")]
    public async Task A_falsification_is_found(string rule, string statement)
    {
        var pool = await PaidAndSentAsync();
        (await DifferencesAsync(pool)).ShouldBeEmpty();

        await host.FalsifyAsync(statement, pool);

        (await DifferencesAsync(pool)).ShouldContain(rule);
    }

    [Fact]
    public async Task Another_year_and_another_city_are_not_compared()
    {
        var pool = await PaidAndSentAsync();
        await host.FalsifyAsync("update budget set paid_fen = 7 where pool = $pool", pool);

        (await host.CallAsync(desk => desk.Reconciliation.RunAsync(new() { Pool = pool, Year = 2019 }, PayingHost.Reviewer, CancellationToken.None))).Differences.ShouldBeEmpty();
        (await host.CallAsync(desk => desk.Reconciliation.RunAsync(new() { Pool = pool, Year = 2020 }, PayingHost.Reviewer, CancellationToken.None))).Differences.ShouldNotBeEmpty();
        (await DifferencesAsync(host.Pool())).ShouldBeEmpty();
    }

    /// <summary>A city with one payment made and one in transit.</summary>
    private async Task<string> PaidAndSentAsync()
    {
        var books = new Books(host);
        foreach (var (deed, amount) in new[] { (Deed.Budget, 100), (Deed.Add, 50), (Deed.Add, 60), (Deed.Approve, 1), (Deed.Batch, 1), (Deed.Answer, 2), (Deed.Recover, 1) })
        {
            await books.DoAsync(deed, amount);
        }

        return books.Pool;
    }

    private async Task<IEnumerable<string>> DifferencesAsync(string pool) =>
        (await host.CallAsync(desk => desk.Reconciliation.RunAsync(new() { Pool = pool }, PayingHost.Reviewer, CancellationToken.None))).Differences.Select(difference => difference.Rule);
}
