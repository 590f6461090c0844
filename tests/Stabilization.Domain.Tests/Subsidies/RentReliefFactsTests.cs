using Wenye.Policy;
using Wenye.Stabilization.Domain.Subsidies;

namespace Wenye.Stabilization.Domain.Tests.Subsidies;

public sealed class RentReliefFactsTests
{
    [Theory]
    [InlineData("{month: \"2020-02\"}")]
    [InlineData("{amount: 100}")]
    [InlineData("{month: \"2020-02\", amount: -0.01}")]
    [InlineData("{month: \"2020-02\", amount: 0.001}")]
    [InlineData("{month: \"2020-02\", amount: 1, tenant: someone}")]
    public void A_month_that_cannot_be_read_is_a_fault_by_name(string month) =>
        Should.Throw<FactException>(() => RentReliefFacts.Read(FactSet.Parse($"{{monthly_rent_waived: [{month}]}}"))).Message.ShouldContain("事实");

    [Fact]
    public void Nothing_given_is_unproven_and_an_empty_list_says_that_nothing_was_waived()
    {
        RentReliefFacts.Read(FactSet.Empty).Waived.ShouldBeNull();
        RentReliefFacts.Read(FactSet.Parse("{monthly_rent_waived: []}")).Waived.ShouldBeEmpty();
    }
}
