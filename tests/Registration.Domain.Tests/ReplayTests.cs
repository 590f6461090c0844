using Wenye.Policy;

namespace Wenye.Registration.Domain.Tests;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("registration.eligibility", "{birth_date: 1985-01-15, receives_pension: false, able_to_work: true, wants_work: true, employed: false, place: insured}")]
    [InlineData("registration.eligibility", "{birth_date: 2005-01-15, place: employment}")]
    [InlineData("registration.review_rejection", "{reason: materials_incomplete}")]
    [InlineData("registration.deregistration", "{reason_code: \"24\"}")]
    [InlineData("registration.deregistration", "{reason_code: \"90\"}")]
    [InlineData("registration.deadline", "{step: review, from: 2020-09-29}")]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given)
    {
        var program = RegistrationPrograms.All.Single(one => one.Name == name);
        foreach (var day in new DateOnly[] { new(2020, 4, 7), new(2020, 5, 10), new(2020, 8, 10), new(2026, 12, 30) })
        {
            var stored = DecisionJson.Write(program.Decide(FactSet.Parse(given), RegistrationParameters.Shipped.At(Division.Parse("370102"), day)));
            Replay.Run(stored, RegistrationPrograms.All, RegistrationParameters.Shipped, out _).ShouldBe(ReplayResult.Same);
        }
    }
}
