using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Policy;
using Outcome = Wenye.Policy.Outcome;

namespace Wenye.Loans.Domain.Tests.Guarantee;

public sealed class GuaranteeTests
{
    private static readonly PolicyContext Zibo = LoansParameters.Shipped.At(Division.Parse("370300"), new(2020, 6, 1));

    [Fact]
    public void What_is_granted_never_takes_the_exposure_beyond_the_capacity() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(0, 10_000_000).ToArbitrary(), Gen.Choose(1, 3_000_000).ToArbitrary(), (balance, exposure, requested) =>
        {
            var decision = GuaranteeCapacity.Decide(
                new()
                {
                    FundBalance = Money.FromFen(balance),
                    DueLastYear = Money.FromFen(100),
                    RecoveredLastYear = Money.FromFen(90),
                    Exposure = Money.FromFen(exposure),
                    RequestedAmount = Money.FromFen(requested),
                },
                Zibo);
            return decision.Outcome == (exposure + requested <= 10L * balance ? Outcome.Granted : Outcome.Refused);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fund_and_bank_bear_the_whole_debt_to_the_fen() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Three().ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (debt, share) =>
        {
            var policy = LoansParameters.Shipped
                .With("test", """[{name: "loans.compensation_ceiling_city", values: [{region: "370300", from: 2020-01-01, value: 1, cite: {document: 样例, item: 一}}]}]""")
                .At(Division.Parse("370300"), new(2020, 6, 1));
            var result = Compensation.Decide(
                new()
                {
                    Overdue = true,
                    Pursued = true,
                    CounterGuarantorSettled = true,
                    Principal = Money.FromFen(debt.Item1),
                    Interest = Money.FromFen(debt.Item2),
                    OverdueInterest = Money.FromFen(debt.Item3),
                    FundShare = share / 1_000m,
                    CompensatedThisYear = Money.Zero,
                    CeilingBase = Money.FromFen(long.MaxValue / 1_000),
                },
                policy).Result!;
            return result.FundPays + result.BankBears == result.Debt && result.Debt.Fen == (long)debt.Item1 + debt.Item2 + debt.Item3
                && result.FundPays >= Money.Zero && result.BankBears >= Money.Zero;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("fund_share: 80")]
    [InlineData("fund_share: -0.1")]
    public void A_share_is_no_percentage(string given) =>
        Should.Throw<FactException>(() => CompensationFacts.Read(FactSet.Parse($"{{{given}}}")));
}
