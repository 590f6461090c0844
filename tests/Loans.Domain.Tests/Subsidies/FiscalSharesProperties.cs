using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Subsidies;

/// <summary>What holds of a subsidy shared by levels of government, whatever the shares.</summary>
public sealed class FiscalSharesProperties
{
    [Fact]
    public void Parts_are_never_below_zero_and_add_up_to_the_fen() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (shares, fen) =>
        {
            var (central, province, local, _) = shares.Split(Money.FromFen(fen));
            return central >= Money.Zero && province >= Money.Zero && local >= Money.Zero && central + province + local == Money.FromFen(fen);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_part_is_its_share_to_the_fen_and_a_level_without_a_share_has_none() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (shares, fen) =>
        {
            var (central, province, local, _) = shares.Split(Money.FromFen(fen));
            return IsNear(central, shares.Central, fen) && IsNear(province, shares.Province, fen) && IsNear(local, shares.Local, fen);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_taken_back_is_split_as_it_was_paid() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (shares, fen) =>
        {
            var (paid, back) = (shares.Split(Money.FromFen(fen)), shares.Split(Money.FromFen(-fen)));
            return paid.Central + back.Central == Money.Zero && paid.Province + back.Province == Money.Zero && paid.Local + back.Local == Money.Zero;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_comes_of_principal_above_the_limit_is_the_locality_s_alone_and_the_rest_is_shared_as_ever() =>
        Prop.ForAll(Shares.ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (shares, fen, above) =>
        {
            var all = (shares with { Raised = new(Money.FromYuan(above), Money.FromYuan(100)) }).Split(Money.FromFen(fen));
            var within = shares.Split(Money.FromFen(fen) - all.Above);
            return Math.Abs((all.Above.Fen * 100) - ((long)fen * above)) <= 50
                && (all.Central, all.Province, all.Local) == (within.Central, within.Province, within.Local + all.Above)
                && all.Central + all.Province + all.Local == Money.FromFen(fen);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_fen_shared_by_halves_is_nobodys_debt() =>
        new FiscalShares(0.5m, 0.5m, 0m).Split(Money.FromFen(1)).ShouldBe(new SharedAmount(Money.FromFen(1), Money.Zero, Money.Zero, Money.Zero));

    // Twentieths and a locality that often has none: there both others round up.
    private static Gen<FiscalShares> Shares =>
        from central in Gen.Choose(0, 20)
        from rest in Gen.Choose(0, 20 - central)
        from none in Gen.Elements(true, false)
        let province = none ? 20 - central : rest
        select new FiscalShares(central / 20m, province / 20m, 1m - (central / 20m) - (province / 20m));

    // Centre and province each round by half a fen at most, and the locality has the rest.
    private static bool IsNear(Money part, decimal share, int fen) => share == 0m ? part == Money.Zero : Math.Abs(part.Fen - (fen * share)) <= 1m;
}
