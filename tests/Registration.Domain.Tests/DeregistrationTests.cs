using Wenye.Policy;

namespace Wenye.Registration.Domain.Tests;

public sealed class DeregistrationTests
{
    private static readonly PolicyContext August = RegistrationParameters.Shipped.At(Division.Parse("370102"), new(2020, 8, 10));

    [Fact]
    public void Every_ground_is_answered_and_the_one_that_holds_is_cited()
    {
        var decision = Deregistration.Decide(new() { ReasonCode = "21" }, August);
        var finding = decision.Findings[0];
        finding.Clause.Citation.ShouldBe("鲁人社字〔2020〕39号 二(一)4");
        finding.Alternatives!.Count.ShouldBe(12);
        finding.Alternatives.Count(ground => ground.Answer == Answer.Met).ShouldBe(1);
        decision.Result.ShouldBe(new DeregistrationEffect(Notify: true, BecomesEmployed: false));
    }

    [Fact]
    public void A_forbidden_ground_is_refused_though_the_older_document_names_it()
    {
        var decision = Deregistration.Decide(new() { ReasonCode = "31" }, August);
        decision.Findings[0].Answer.ShouldBe(Answer.Met);
        decision.RefusedBy.ShouldBe([new Clause("人社厅发〔2020〕79号", "一(四)")]);
        decision.Result.ShouldBeNull();
    }

    [Fact]
    public void Parameters_behind_the_result_are_cited() =>
        Deregistration.Decide(new() { ReasonCode = "11" }, August).Parameters.Select(use => use.Name)
            .ShouldBe(["registration.deregistration_ground_11", "registration.grounds_never_alone", "registration.codes_without_notice", "registration.codes_into_work"], ignoreOrder: true);
}
