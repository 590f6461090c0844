namespace Wenye.Policy.Tests;

public sealed class BatchTests
{
    private static readonly SampleProgram.Facts Good = new()
    {
        Layoffs = 0.055m,
        Kind = SampleProgram.Kind.Small,
        FoundedOn = new DateOnly(2001, 2, 3),
        Paid = Money.FromYuan(100),
    };

    private static readonly SampleProgram.Facts[] Firms =
    [
        Good,
        Good with { Layoffs = 0.06m },
        new(),
        Good with { Kind = SampleProgram.Kind.VeryLarge, Paid = default },
        Good,
    ];

    [Fact]
    public void Decisions_of_a_batch_are_those_taken_one_by_one()
    {
        var batch = SampleProgram.Context().ForBatch();
        foreach (var firm in Firms)
        {
            DecisionJson.Write(SampleProgram.Decide(firm, batch)).ShouldBe(DecisionJson.Write(SampleProgram.Decide(firm, SampleProgram.Context())));
        }
    }

    [Fact]
    public void A_decision_shows_no_findings_once_the_batch_has_gone_on()
    {
        var batch = SampleProgram.Context().ForBatch();
        var first = SampleProgram.Decide(Good, batch);
        var findings = first.Findings;
        SampleProgram.Decide(new(), batch).Outcome.ShouldBe(Outcome.Incomplete);

        first.Outcome.ShouldBe(Outcome.Granted);
        findings.ShouldAllBe(finding => finding.Answer == Answer.Met);
        Should.Throw<InvalidOperationException>(() => first.Findings);
        Should.Throw<InvalidOperationException>(() => DecisionJson.Write(first));
    }

    [Fact]
    public void Without_findings_outcome_and_outputs_are_the_same_and_the_decision_cannot_be_stored()
    {
        var batch = SampleProgram.Context().ForBatch(BatchFindings.LeftOut);
        foreach (var firm in Firms)
        {
            var (decision, whole) = (SampleProgram.Decide(firm, batch), SampleProgram.Decide(firm, SampleProgram.Context()));
            decision.Outcome.ShouldBe(whole.Outcome);
            decision.Outputs.ShouldBe(whole.Outputs);
            Should.Throw<InvalidOperationException>(() => decision.Findings);
            Should.Throw<InvalidOperationException>(() => DecisionJson.Write(decision));
        }
    }

    [Fact]
    public void A_decision_within_another_has_findings_of_its_own()
    {
        var batch = SampleProgram.Context().ForBatch();
        var outer = Decision.On("sample.outer", Good, batch).When(SampleProgram.Established, Good.FoundedOn.IsEstablished());
        var inner = SampleProgram.Decide(new(), batch);
        var whole = outer.And(SampleProgram.Established, Good.Paid.IsEstablished()).Grant();

        whole.Findings.Select(finding => finding.Fact).ShouldBe(["founded_on", "paid"]);
        inner.Missing.ShouldBe(["layoffs", "kind", "founded_on"]);
    }

    [Fact]
    public void A_decision_that_throws_leaves_the_next_ones_right()
    {
        var batch = SampleProgram.Context().ForBatch();
        Should.Throw<InvalidOperationException>(() => Decision.On("sample.faulty", Good, batch)
            .When(SampleProgram.Established, Good.FoundedOn.IsEstablished())
            .Grant(() => new SampleProgram.Refund(Fact.Unproven<Money>("nothing").Value)));
        SampleProgram.Decide(Good, batch).Findings.Count.ShouldBe(3);
    }

    [Fact]
    public void A_batch_allocates_next_to_nothing_for_each_decision()
    {
        const int Decisions = 10_000;
        const int BytesForEach = 300;
        var batch = SampleProgram.Context().ForBatch();
        SampleProgram.Decide(Good, batch).Outcome.ShouldBe(Outcome.Granted);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Decisions; i++)
        {
            SampleProgram.Decide(Good, batch);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Decisions).ShouldBeLessThan(BytesForEach);
    }

    [Fact]
    public void A_region_and_day_asked_for_again_is_the_same_context()
    {
        var (jinan, day) = (Division.Parse("370102"), new DateOnly(2020, 3, 1));
        SampleProgram.Parameters.At(jinan, day).ShouldBeSameAs(SampleProgram.Parameters.At(jinan, day));
        SampleProgram.Parameters.At(jinan, day.AddDays(1)).AsOf.ShouldBe(day.AddDays(1));
        SampleProgram.Load(SampleProgram.Yaml).At(jinan, day).ShouldNotBeSameAs(SampleProgram.Parameters.At(jinan, day));
    }

    [Fact]
    public void Contexts_of_thousands_of_days_are_right_though_not_all_are_kept()
    {
        var parameters = SampleProgram.Load(SampleProgram.Yaml);
        var first = new DateOnly(2020, 3, 1);
        for (var i = 0; i < 2_500; i++)
        {
            parameters.At(Division.Parse("370102"), first.AddDays(i)).AsOf.ShouldBe(first.AddDays(i));
        }

        parameters.At(Division.Parse("370102"), first).Get(SampleProgram.Ceiling).Value.ShouldBe(0.055m);
        parameters.At(Division.Parse("370102"), first.AddDays(92)).Get(SampleProgram.Ceiling).Value.ShouldBe(0.20m);
    }
}
