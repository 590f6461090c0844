namespace Wenye.Payments.Tests;

/// <summary>How services hand over what they decided.</summary>
public sealed class PayablesTests(PayingHost host)
{
    [Fact]
    public async Task Many_are_added_at_once_and_keep_their_order()
    {
        var pool = host.Pool();
        var payables = Enumerable.Range(1, 12_000).Select(fen => PayingHost.Payable(pool, fen)).ToList();

        var ids = await host.AddAsync(payables);

        ids.Distinct().Count().ShouldBe(12_000);
        (await host.Database.ReadAsync<bool>("select bool_and(amount_fen = place) from (select amount_fen, row_number() over (order by number) as place from payable where pool = $1) x", pool)).ShouldBeTrue();
        (await host.Database.ReadAsync<long>("select count(*) from payable_step s join payable p on p.id = s.payable_id where p.pool = $1", pool)).ShouldBe(12_000);
    }

    [Fact]
    public async Task What_is_there_already_is_left_as_it_is()
    {
        var (first, second) = (PayingHost.Payable(host.Pool(), 5), PayingHost.Payable(host.Pool(), 6));
        var id = (await host.AddAsync(first)).Single();

        var again = await host.AddAsync(second, first);

        again[1].ShouldBe(id);
        (await host.Database.ReadAsync<long>("select count(*) from payable_step where payable_id = $1", id)).ShouldBe(1);
        (await Should.ThrowAsync<InvalidOperationException>(() => host.AddAsync(first with { AmountFen = 7 }))).Message.ShouldContain("other content");
    }

    [Fact]
    public async Task They_are_added_in_the_transaction_of_the_decision_or_not_at_all() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => host.AddWithoutTransactionAsync(PayingHost.Payable(host.Pool(), 5)))).Message.ShouldContain("transaction");
}
