using Shouldly;
using Wenye.Policy;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.Tests.Refunds;

/// <summary>补差、追回 of a large firm that is due 50,000.00 yuan.</summary>
public sealed class RefundBalanceTests
{
    private static readonly PolicyContext Then = StabilizationParameters.Shipped.At(Firms.Zibo, new(2020, 4, 1));
    private static readonly PolicyContext Now = StabilizationParameters.Shipped.At(Firms.Zibo, new(2020, 7, 1));

    public static TheoryData<string, decimal, RefundFacts, RefundChange, decimal> Cases => new()
    {
        { "never paid, nothing new", 0, Firms.Ordinary, RefundChange.Unchanged, 0 },
        { "paid in full", 50_000, Firms.Ordinary, RefundChange.Unchanged, 0 },
        { "paid partly: the rest stands on the earlier list", 20_000, Firms.Ordinary, RefundChange.Unchanged, 0 },
        { "never paid, raised", 0, Firms.Ordinary with { Size = FirmSize.Small }, RefundChange.TopUp, 50_000 },
        { "paid in full, raised", 50_000, Firms.Ordinary with { Size = FirmSize.Small }, RefundChange.TopUp, 50_000 },
        { "paid in full, raised, owes of former years", 50_000, Firms.Ordinary with { Size = FirmSize.Small, ToRecover = Money.FromYuan(1_000) }, RefundChange.TopUp, 49_000 },
        { "paid in full, owes of former years", 50_000, Firms.Ordinary with { ToRecover = Money.FromYuan(1_000) }, RefundChange.Unchanged, 0 },
        { "never paid, owes of former years", 0, Firms.Ordinary with { ToRecover = Money.FromYuan(1_000) }, RefundChange.Reduced, -1_000 },
        { "paid, due less", 50_000, Firms.Ordinary with { Contributions = Money.FromYuan(90_000) }, RefundChange.Recover, -5_000 },
        { "never paid, due less", 0, Firms.Ordinary with { Contributions = Money.FromYuan(90_000) }, RefundChange.Reduced, -5_000 },
        { "paid, due nothing", 50_000, Firms.Ordinary with { Unsound = true }, RefundChange.Recover, -50_000 },
        { "paid, a fact is missing", 50_000, Firms.Ordinary with { Unsound = default }, RefundChange.Unestablished, 0 },
        { "paid, then the pool stops", 50_000, Firms.Ordinary with { FundMonths = 5m }, RefundChange.Unchanged, 0 },
        { "paid too much, then the pool stops", 60_000, Firms.Ordinary with { FundMonths = 5m }, RefundChange.Recover, -10_000 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_firm_is_told_what_follows(string what, decimal held, RefundFacts facts, RefundChange change, decimal yuan)
    {
        var earlier = RefundDue.Of(Refund.Decide(Firms.Ordinary, Then));

        var balance = RefundBalance.Of(facts, Now, earlier, new(Money.FromYuan(held), Money.Zero), [Then]);

        (balance.Change, balance.Difference).ShouldBe((change, (long)(yuan * 100)), what);
    }

    [Fact]
    public void A_later_rule_takes_nothing_back_that_was_due_when_it_was_granted()
    {
        // 4号 of 2020-02 asks for no twelve months of contributions, 26号 of 2020-03-13 does.
        var young = Firms.Ordinary with { MonthsContributed = 6, Size = FirmSize.Small };
        var february = StabilizationParameters.Shipped.At(Firms.Zibo, new(2020, 2, 20));
        var march = StabilizationParameters.Shipped.At(Firms.Zibo, new(2020, 4, 1));
        var earlier = RefundDue.Of(Refund.Decide(young, february));
        earlier.Entitlement.ShouldBe(Money.FromYuan(50_000));

        var rightly = RefundBalance.Of(young, march, earlier, new(earlier.Entitlement, Money.Zero), [february]);
        var wrongly = RefundBalance.Of(young, march, earlier, new(earlier.Entitlement, Money.Zero), [march]);

        rightly.Change.ShouldBe(RefundChange.Unchanged);
        (wrongly.Change, wrongly.Decision.RefusedBy.Select(clause => clause.Citation)).ShouldSatisfyAllConditions(
            its => its.Change.ShouldBe(RefundChange.Recover), its => its.Item2.ShouldBe(["鲁人社字〔2020〕26号 二(二)2"]));
    }

    [Fact]
    public void What_was_drawn_is_unproven_unless_the_platform_knows_of_it()
    {
        var unknown = Firms.Ordinary with { Drawn = default };

        RefundBalance.Of(unknown, Now, null, default, []).Decision.Missing.ShouldBe(["refund_already_this_year"]);
        RefundBalance.Of(unknown, Now, null, new(Money.FromYuan(50_000), Money.Zero), []).Change.ShouldBe(RefundChange.Unchanged);
    }
}
