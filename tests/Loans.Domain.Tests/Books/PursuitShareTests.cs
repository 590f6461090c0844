using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Books;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Books;

/// <summary>What comes back after compensation, shared between fund and bank.</summary>
public sealed class PursuitShareTests
{
    private static readonly Gen<(decimal Share, long Debt, int[] Payments)> Cases =
        from share in Gen.Choose(1, 100)
        from debt in Gen.Choose(1, 1_000_000)
        from payments in Gen.Choose(1, 200_000).ArrayOf()
        select (share / 100m, (long)debt, payments);

    [Fact]
    public void Neither_gets_more_than_is_owed_to_it_and_all_of_it_comes_back_in_the_end() =>
        Prop.ForAll(Cases.ToArbitrary(), one => Paid(one) is var (fund, bank) && fund.Owed >= 0 && bank.Owed >= 0 && fund.Owed + bank.Owed == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_do_not_depend_on_how_many_payments_it_came_in() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var (fundFen, owed) = Loss(one);
        var half = owed / 2;
        var (fund, bank) = ((Got: 0L, Owed: fundFen), (Got: 0L, Owed: owed - fundFen));
        var atOnce = half == 0 ? 0 : PursuitShare.OfFund(one.Share, half, fund, bank);
        foreach (var fen in new[] { half / 3, half / 3, half - (2 * (half / 3)) })
        {
            (fund, bank) = Pay(one.Share, fen, fund, bank);
        }

        return fund.Got == atOnce && fund.Got + bank.Got == half;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_than_is_owed_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => PursuitShare.OfFund(0.8m, 11, (0, 8), (0, 2)));

    private static ((long Got, long Owed) Fund, (long Got, long Owed) Bank) Paid((decimal Share, long Debt, int[] Payments) one)
    {
        var (fundFen, owed) = Loss(one);
        var (fund, bank) = ((Got: 0L, Owed: fundFen), (Got: 0L, Owed: owed - fundFen));
        foreach (var payment in one.Payments.Append(int.MaxValue))
        {
            (fund, bank) = Pay(one.Share, Math.Min(payment, fund.Owed + bank.Owed), fund, bank);
        }

        return (fund, bank);
    }

    private static (long Fund, long Owed) Loss((decimal Share, long Debt, int[] Payments) one) =>
        (Money.Round(Money.FromFen(one.Debt).Yuan * one.Share).Fen, one.Debt);

    private static ((long Got, long Owed) Fund, (long Got, long Owed) Bank) Pay(decimal share, long fen, (long Got, long Owed) fund, (long Got, long Owed) bank)
    {
        var part = fen == 0 ? 0 : PursuitShare.OfFund(share, fen, fund, bank);
        return ((fund.Got + part, fund.Owed - part), (bank.Got + fen - part, bank.Owed - fen + part));
    }
}
