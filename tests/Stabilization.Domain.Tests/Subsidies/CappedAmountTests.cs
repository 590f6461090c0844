using Wenye.Policy;
using Wenye.Stabilization.Domain.Subsidies;
using Wenye.Stabilization.Domain.WorkTraining;

namespace Wenye.Stabilization.Domain.Tests.Subsidies;

/// <summary>What must hold of every amount, whatever the facts.</summary>
public sealed class CappedAmountTests
{
    private static readonly PolicyContext Zibo = StabilizationParameters.Shipped.At(Division.Parse("370300"), new(2020, 12, 1));

    [Theory]
    [InlineData(FirmSize.Small, WorkTrainingIndustry.Other, 300_000)]
    [InlineData(FirmSize.Large, WorkTrainingIndustry.Transport, 2_000_000)]
    public void A_firm_in_difficulty_never_gets_more_than_its_cap_and_always_something(FirmSize size, WorkTrainingIndustry industry, int cap)
    {
        for (var paid = 0; paid < cap; paid += 7_919)
        {
            foreach (var trainees in new[] { 1, 37, 600, 5_000 })
            {
                var amount = MonthlyWorkTraining.Decide(Difficult(size, industry, trainees, paid), Zibo).Result!.Amount.Yuan;
                amount.ShouldBe(Math.Min(trainees * 500m, cap - paid));
                amount.ShouldBeGreaterThan(0);
            }
        }
    }

    [Fact]
    public void Production_is_capped_at_half_a_million() =>
        Enumerable.Range(1, 40).Select(step => step * 100).ShouldAllBe(days =>
            ProductionSubsidy.Decide(new() { IsKeySupplier = true, PersonDays = days }, Zibo).Result!.Amount.Yuan == Math.Min(days * 200m, 500_000m));

    [Fact]
    public void The_largest_count_of_people_does_not_overflow() =>
        HiringSubsidy.Decide(
            new()
            {
                Hire = HireKind.Graduate,
                HiredOn = new DateOnly(2020, 8, 1),
                Size = FirmSize.Medium,
                ContractYears = 1m,
                RegisteredEmployment = true,
                SubsidisedBefore = false,
                People = int.MaxValue,
            },
            Zibo).Result!.Amount.Yuan.ShouldBe(2_147_483_647_000m);

    private static WorkTrainingFacts Difficult(FirmSize size, WorkTrainingIndustry industry, int trainees, int paid) => new()
    {
        Kind = WorkTrainingKind.Difficult,
        Month = new YearMonth(2020, 7),
        AppliedOn = new DateOnly(2020, 12, 1),
        Size = size,
        Industry = industry,
        ScopeAdded = false,
        Trainees = trainees,
        MonthsUsed = 2,
        PaidBefore = Money.FromYuan(paid),
        OtherKind = false,
        RevenueDrop = 0.2m,
        SpecialAccountShare = 0.5m,
    };
}
