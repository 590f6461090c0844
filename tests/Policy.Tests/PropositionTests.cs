namespace Wenye.Policy.Tests;

public sealed class PropositionTests
{
    private static readonly Fact<int> Five = Fact.Known("five", 5);
    private static readonly Fact<int> Unknown = Fact.Unproven<int>("unknown");

    [Fact]
    public void A_known_fact_is_met_or_not_met()
    {
        Five.AtLeast(5).Answer.ShouldBe(Answer.Met);
        Five.AtLeast(6).Answer.ShouldBe(Answer.NotMet);
        Five.AtMost(5).Answer.ShouldBe(Answer.Met);
        Five.AtMost(4).Answer.ShouldBe(Answer.NotMet);
        Five.Above(5).Answer.ShouldBe(Answer.NotMet);
        Five.Above(4).Answer.ShouldBe(Answer.Met);
        Five.Below(5).Answer.ShouldBe(Answer.NotMet);
        Five.Below(6).Answer.ShouldBe(Answer.Met);
        Five.Is(5).Answer.ShouldBe(Answer.Met);
        Five.IsNot(5).Answer.ShouldBe(Answer.NotMet);
        Five.IsEstablished().Answer.ShouldBe(Answer.Met);
    }

    [Fact]
    public void An_unknown_fact_is_unproven_in_every_comparison()
    {
        Proposition[] all = [Unknown.AtLeast(5), Unknown.AtMost(5), Unknown.Above(5), Unknown.Below(5), Unknown.Is(5), Unknown.IsNot(5), Unknown.IsEstablished()];
        all.ShouldAllBe(one => one.Answer == Answer.Unproven && one.Fact == "unknown");
        Unknown.Map(number => number * 2).Is(10).Answer.ShouldBe(Answer.Unproven);
        Should.Throw<InvalidOperationException>(() => Unknown.Value);
    }

    [Fact]
    public void All_is_decided_by_what_is_not_met_and_any_by_what_is_met()
    {
        var (met, not, open) = (Five.Is(5), Five.Is(6), Unknown.Is(5));
        Proposition.All(met, open).Answer.ShouldBe(Answer.Unproven);
        Proposition.All(met, open, not).Answer.ShouldBe(Answer.NotMet);
        Proposition.All(met, met).Answer.ShouldBe(Answer.Met);
        Proposition.Any(not, open).Answer.ShouldBe(Answer.Unproven);
        Proposition.Any(not, open, met).Answer.ShouldBe(Answer.Met);
        Proposition.Any(not, not).Answer.ShouldBe(Answer.NotMet);
    }

    [Fact]
    public void The_threshold_reads_as_an_officer_reads_it()
    {
        Five.AtLeast(6).ThresholdText.ShouldBe("≥ 6");
        Fact.Known("employed", true).Is(false).ThresholdText.ShouldBe("= 否");
        Proposition.Any(Five.Is(5), Unknown.Below(3)).ThresholdText.ShouldBe("five = 5 或 unknown < 3");
        Proposition.Any(Five.Is(5), Unknown.Below(3)).Fact.ShouldBe("five、unknown");
        Proposition.All(Five.IsEstablished()).ThresholdText.ShouldBe("five 须查明");
    }

    [Fact]
    public void A_plain_value_is_a_known_fact_and_null_is_unproven()
    {
        Fact<bool> known = true;
        known.Named("able").Is(true).Answer.ShouldBe(Answer.Met);
        Fact.From((bool?)null).IsProven.ShouldBeFalse();
        Fact.From((string?)null).IsProven.ShouldBeFalse();
        Fact.From<DateOnly>(new DateOnly(2020, 1, 1)).IsProven.ShouldBeTrue();
    }
}
