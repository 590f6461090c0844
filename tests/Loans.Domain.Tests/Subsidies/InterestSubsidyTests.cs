using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Subsidies;

public sealed class InterestSubsidyTests
{
    private static readonly Division Zibo = Division.Parse("370300");

    private static readonly InterestSubsidyFacts Normal = new()
    {
        Borrower = BorrowerKind.Personal,
        ContractDate = new DateOnly(2020, 6, 1),
        Principal = Money.FromYuan(200_000),
        AnnualRate = 0.0435m,
        Lpr = 0.0385m,
        From = new DateOnly(2020, 6, 1),
        To = new DateOnly(2020, 9, 1),
        Standing = LoanStanding.Normal,
        ExtensionReason = ExtensionReason.None,
    };

    [Fact]
    public void The_regime_changes_with_the_signing_day_and_not_with_the_day_of_the_claim()
    {
        foreach (var asOf in new DateOnly[] { new(2020, 12, 31), new(2021, 1, 1), new(2022, 6, 1) })
        {
            Rate(new(2020, 12, 31), asOf).ShouldBe(0.0435m);
            Rate(new(2021, 1, 1), asOf).ShouldBe(0.02m);
        }
    }

    [Fact]
    public void A_batch_decides_as_one_by_one()
    {
        var policy = LoansParameters.Shipped.At(Zibo, new(2021, 7, 1));
        var batch = policy.ForBatch();
        var facts = from borrower in Enum.GetValues<BorrowerKind>()
                    from standing in Enum.GetValues<LoanStanding>()
                    from reason in Enum.GetValues<ExtensionReason>()
                    from signed in new DateOnly[] { new(2019, 12, 1), new(2020, 4, 1), new(2020, 6, 1), new(2021, 2, 1) }
                    select Normal with { Borrower = borrower, Standing = standing, ExtensionReason = reason, ContractDate = signed, ExtendedUntil = new DateOnly(2020, 6, 30) };
        foreach (var one in facts)
        {
            DecisionJson.Write(InterestSubsidy.Decide(one, batch)).ShouldBe(DecisionJson.Write(InterestSubsidy.Decide(one, policy)));
        }
    }

    [Fact]
    public void Balances_that_do_not_change_give_what_the_principal_gives()
    {
        var policy = LoansParameters.Shipped.At(Zibo, new(2020, 9, 2));
        BalanceSegment[] split = [new(new(2020, 5, 1), new(2020, 7, 7), Money.FromYuan(200_000)), new(new(2020, 7, 7), new(2020, 12, 1), Money.FromYuan(200_000))];
        InterestSubsidy.Decide(Normal with { Principal = default, Balances = split }, policy).Result.ShouldBe(InterestSubsidy.Decide(Normal, policy).Result);
    }

    [Theory]
    [InlineData("balances: [{from: 2020-06-01, to: 2020-06-01, principal: 1}]")]
    [InlineData("balances: [{from: 2020-06-01, to: 2020-07-01, principal: -1}]")]
    [InlineData("balances: [{from: 2020-06-01, to: 2020-07-01}]")]
    [InlineData("balances: [{from: 2020-06-01, to: 2020-07-01, principal: 1}, {from: 2020-06-30, to: 2020-08-01, principal: 1}]")]
    [InlineData("balances: [{from: 2020-06-01, to: 2020-07-01, principal: 1, rate: 2}]")]
    public void Balances_that_are_none_are_no_fact(string given) =>
        Should.Throw<FactException>(() => InterestSubsidyFacts.Read(FactSet.Parse($"{{{given}}}")));

    private static decimal Rate(DateOnly signed, DateOnly asOf)
    {
        var facts = Normal with { ContractDate = signed, From = signed, To = signed.AddDays(30) };
        return InterestSubsidy.Decide(facts, LoansParameters.Shipped.At(Zibo, asOf)).Result!.SubsidisedRate;
    }
}
