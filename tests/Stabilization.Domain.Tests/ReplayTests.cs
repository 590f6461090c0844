using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Tests;

public sealed class ReplayTests
{
    private const string Difficult = "kind: difficult, size: medium, industry: other, trainees: 20, months_used: 3, paid_before: 295000.5, other_kind_this_month: false, revenue_drop: 0.750, electricity_drop: 0, energy_drop: -0.1, special_account_share: 0.30";

    [Theory]
    [InlineData("stabilization.work_training", "{month: \"2020-07\", applied_on: 2020-11-05, " + Difficult + "}")]
    [InlineData("stabilization.work_training", "{month: \"2020-07\", applied_on: 2020-09-05, " + Difficult + "}")]
    [InlineData("stabilization.work_training", "{month: \"2020-07\", applied_on: 2020-11-05, kind: hiring, size: large, industry: transport, paid_this_month: 500.00}")]
    [InlineData("stabilization.work_training_trainee", "{month: \"2020-07\", applied_on: 2020-11-05, kind: hiring, group: graduate_two_years, taken_on: 2020-07-31, wage_paid: true}")]
    [InlineData("stabilization.hiring_subsidy", "{hire: resumed_work, hired_on: 2020-02-20, contract_years: 1.0, insured: true, people: 5}")]
    [InlineData("stabilization.hiring_subsidy", "{people: 5}")]
    [InlineData("stabilization.production_subsidy", "{is_key_supplier: true, person_days: 2501}")]
    [InlineData("stabilization.rent_relief", "{base_certified_provincial: true, monthly_rent_waived: [{month: \"2020-03\", amount: 100000.01}, {month: \"2020-02\", amount: 1}]}")]
    [InlineData("stabilization.rent_relief", "{monthly_rent_waived: []}")]
    [InlineData("stabilization.job_introduction", "{person: skilled, introduced_on: 2020-03-10, contract_years: 1, people: 10, verified: true}")]
    [InlineData("stabilization.subsidy_extension", "{expires_on: 2020-05-31, epidemic_hit: true, no_layoffs: true, wages_paid: false}")]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given)
    {
        var program = StabilizationPrograms.All.Single(one => one.Name == name);
        foreach (var (region, day) in new[] { ("370102", new DateOnly(2020, 3, 5)), ("370300", new(2020, 7, 10)), ("130506", new(2020, 11, 10)), ("210300", new(2026, 11, 22)) })
        {
            var stored = DecisionJson.Write(program.Decide(FactSet.Parse(given), StabilizationParameters.Shipped.At(Division.Parse(region), day)));
            Replay.Run(stored, StabilizationPrograms.All, StabilizationParameters.Shipped, out _).ShouldBe(ReplayResult.Same);
        }
    }
}
