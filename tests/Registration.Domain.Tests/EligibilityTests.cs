using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Outcome = Wenye.Policy.Outcome;

namespace Wenye.Registration.Domain.Tests;

public sealed class EligibilityTests
{
    private static readonly PolicyContext August = RegistrationParameters.Shipped.At(Division.Parse("370102"), new(2020, 8, 10));

    [Fact]
    public void One_unmet_condition_refuses_whatever_else_is_known()
    {
        var facts =
            from known in Gen.Elements(true, false, (bool?)null).ListOf(4)
            from place in Gen.Elements<RegistrationPlace?>(null, RegistrationPlace.Household, RegistrationPlace.Insured)
            from years in Gen.Choose(10, 70)
            select new EligibilityFacts
            {
                BirthDate = August.AsOf.AddYears(-years),
                ReceivesPension = Policy.Fact.From(known[0]),
                AbleToWork = Policy.Fact.From(known[1]),
                WantsWork = Policy.Fact.From(known[2]),
                Employed = Policy.Fact.From(known[3]),
                Place = Policy.Fact.From(place),
            };
        Prop.ForAll(facts.ToArbitrary(), one =>
        {
            var decision = Eligibility.Decide(one, August);
            var expected = decision.Findings.Any(finding => finding.Answer == Answer.NotMet) ? Outcome.Refused
                : decision.Findings.Any(finding => finding.Answer == Answer.Unproven) ? Outcome.Incomplete
                : Outcome.Granted;
            return decision.Outcome == expected && decision.Findings.Count == 6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_finding_shows_the_age_and_never_the_day_of_birth()
    {
        var decision = Eligibility.Decide(new() { BirthDate = new DateOnly(2004, 9, 1) }, August);
        decision.Findings[0].Value.ShouldBe("15");
        decision.Findings[0].Threshold.ShouldBe("≥ 16周岁");
        decision.Findings[0].Fact.ShouldBe("birth_date");
    }

    [Fact]
    public void The_explanation_names_the_document_that_brought_the_rule_to_shandong()
    {
        var places = Eligibility.Decide(new(), August).Parameters.Single(use => use.Name == "registration.places");
        places.Region.Code.ShouldBe("370000");
        places.Explanation.ShouldContain("取代鲁人社字〔2020〕39号 一(二)");
        places.Explanation.ShouldContain("优先于全国的人社厅发〔2020〕79号 一(一)");
        places.Explanation.ShouldContain("自8月份起实行全省范围失业登记通办");
    }

    [Fact]
    public void A_batch_allocates_little_for_each_person()
    {
        const int People = 20_000;
        const int BytesForEach = 700;
        var facts = new EligibilityFacts
        {
            BirthDate = new DateOnly(1985, 1, 15),
            ReceivesPension = false,
            AbleToWork = true,
            WantsWork = true,
            Employed = false,
            Place = RegistrationPlace.Insured,
        };
        Eligibility.Decide(facts, August).Outcome.ShouldBe(Outcome.Granted);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var granted = 0;
        for (var i = 0; i < People; i++)
        {
            granted += Eligibility.Decide(facts, August).Outcome == Outcome.Granted ? 1 : 0;
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / People;
        granted.ShouldBe(People);
        each.ShouldBeLessThan(BytesForEach);
    }
}
