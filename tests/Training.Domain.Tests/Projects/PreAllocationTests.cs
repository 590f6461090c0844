using Wenye.Policy;
using Wenye.Training.Domain.Projects;

namespace Wenye.Training.Domain.Tests.Projects;

public sealed class PreAllocationTests
{
    private static readonly PolicyContext Anshan = TrainingParameters.Shipped.At(Division.Parse("210300"), new(2020, 12, 20));

    [Fact]
    public void The_payments_add_up_to_the_expected_amount_to_the_fen()
    {
        for (var fen = 1; fen < 1_000_000; fen += 997)
        {
            var expected = Money.FromYuan(fen / 100m);
            var plan = PreAllocation.Decide(
                new()
                {
                    ExpectedAmount = expected,
                    StartedOn = new DateOnly(2020, 11, 16),
                    HalfReachedOn = new DateOnly(2020, 12, 1),
                    PublicityEndedOn = new DateOnly(2020, 12, 18),
                    Accepted = true,
                },
                Anshan).Result!;
            plan.Tranches.Aggregate(Money.Zero, (sum, one) => sum + one.Amount).ShouldBe(expected);
            plan.Tranches.ShouldAllBe(one => one.Amount >= Money.Zero);
        }
    }

    [Theory]
    [InlineData("employment_rate: 85")]
    [InlineData("pass_rate: -0.1")]
    public void A_rate_is_a_share_and_no_percentage(string given) =>
        Should.Throw<FactException>(() => ProjectPayoutFacts.Read(FactSet.Parse($"{{{given}}}")));
}
