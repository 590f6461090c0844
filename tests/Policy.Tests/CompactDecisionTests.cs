namespace Wenye.Policy.Tests;

public sealed class CompactDecisionTests
{
    private static readonly Clause Cited = new("甲〔2020〕1号", "一");
    private static readonly Clause Other = new("甲〔2020〕1号", "二");

    private static readonly SampleProgram.Facts Good = new()
    {
        Layoffs = 0.055m,
        Kind = SampleProgram.Kind.Small,
        FoundedOn = new DateOnly(2001, 2, 3),
        Paid = Money.FromYuan(100),
    };

    [Fact]
    public void The_bytes_are_fixed()
    {
        var decision = SampleProgram.Decide(Good with { Layoffs = 0.06m, FoundedOn = default }, SampleProgram.Context());
        Convert.ToHexStringLower(CompactDecision.Of(decision)).ShouldBe("11" + "8cdcad27b1b2082d" + "0300" + "06");
        Convert.ToHexStringLower(CompactDecision.Of(SampleProgram.Decide(Good, SampleProgram.Context()))).ShouldBe("10" + "8cdcad27b1b2082d" + "0300" + "15" + "0302851a" + "c0102c29");
    }

    [Fact]
    public void What_is_written_says_the_outcome_and_how_long_it_is()
    {
        var decision = SampleProgram.Decide(Good, SampleProgram.Context());
        var buffer = new byte[100];
        var whole = CompactDecision.Write(decision, buffer);
        buffer[..whole].ShouldBe(CompactDecision.Of(decision));
        CompactDecision.OutcomeOf(buffer).ShouldBe(Outcome.Granted);

        var answers = CompactDecision.WriteAnswers(decision, buffer);
        answers.ShouldBeLessThan(whole);
        buffer[..answers].ShouldBe(CompactDecision.Answers(CompactDecision.Of(decision)).ToArray());
        CompactDecision.Write(decision, new byte[whole]).ShouldBe(whole);
        Should.Throw<ArgumentException>(() => CompactDecision.Write(decision, new byte[whole - 1])).Message.ShouldContain($"{whole} bytes");
        Should.Throw<ArgumentException>(() => CompactDecision.WriteAnswers(decision, []));
    }

    [Fact]
    public void A_stored_case_is_decided_again_with_all_its_findings()
    {
        var stored = CompactDecision.Of(SampleProgram.Decide(Good, SampleProgram.Context().ForBatch()));
        CompactDecision.Replays(stored, SampleProgram.Decide, Good, SampleProgram.Context(), out var again).ShouldBeTrue();
        DecisionJson.Write(again).ShouldBe(DecisionJson.Write(SampleProgram.Decide(Good, SampleProgram.Context())));

        CompactDecision.Replays(stored, SampleProgram.Decide, Good with { Paid = Money.FromYuan(101) }, SampleProgram.Context(), out _).ShouldBeFalse();
        CompactDecision.Replays(stored, SampleProgram.Decide, Good, SampleProgram.Context(day: "2020-07-01"), out _).ShouldBeFalse();
        for (var i = 0; i < stored.Length; i++)
        {
            var tampered = stored.ToArray();
            tampered[i] ^= 1;
            CompactDecision.Replays(tampered, SampleProgram.Decide, Good, SampleProgram.Context(), out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_batch_that_has_gone_on_or_keeps_nothing_writes_nothing()
    {
        var batch = SampleProgram.Context().ForBatch();
        var first = SampleProgram.Decide(Good, batch);
        SampleProgram.Decide(Good, batch);
        Should.Throw<InvalidOperationException>(() => CompactDecision.Of(first));
        Should.Throw<InvalidOperationException>(() => CompactDecision.Of(SampleProgram.Decide(Good, SampleProgram.Context().ForBatch(BatchFindings.LeftOut))));
    }

    [Fact]
    public void Every_clause_part_ground_and_output_counts()
    {
        var (yes, no, open) = (Fact.Known("fact", true), Fact.Known("fact", false), Fact.Unproven<bool>("fact"));
        Decision[] all =
        [
            Decide(one => one.When(Cited, yes.Is(true))),
            Decide(one => one.When(Cited, no.Is(true))),
            Decide(one => one.When(Cited, open.Is(true))),
            Decide(one => one.When(Cited, yes.IsNot(false))),
            Decide(one => one.When(Other, yes.Is(true))),
            Decide(one => one.When(Cited, Fact.Known("fact2", true).Is(true))),
            Decide(one => one.When(Cited, yes.Is(true)).And(Cited, yes.Is(true))),
            Decide(one => one.When(Cited, Proposition.Any(yes.Is(true), no.Is(true)))),
            Decide(one => one.When(Cited, Proposition.Any(yes.Is(true), open.Is(true)))),
            Decide(one => one.When(Cited, Proposition.Any(no.Is(true), yes.Is(true)))),
            Decide(one => one.When(Cited, Proposition.Any(yes.Is(true)))),
            Decide(one => one.When(Cited, Proposition.All(yes.Is(true)))),
            Grounds(yes.Is(true), no.Is(true)),
            Grounds(yes.Is(true), open.Is(true)),
            Grounds(yes.Is(true), yes.Is(true)),
            Grounds(no.Is(true), no.Is(true)),
            .. Values().Select(value => Decide(one => one, new NamedValue("output", value))),
            Decide(one => one, new NamedValue("other", PolicyValue.Of(1m))),
        ];
        all.Select(decision => Convert.ToHexString(CompactDecision.Of(decision))).ShouldBeUnique();
    }

    [Theory]
    [InlineData("5.50", "5.5")]
    [InlineData("0.000", "0")]
    [InlineData("79228162514264337593543950.00", "79228162514264337593543950")]
    [InlineData("100", "100.0")]
    public void One_number_has_one_form(string left, string right) => OfNumber(left).ShouldBe(OfNumber(right));

    [Fact]
    public void The_shape_reads_the_answers_back()
    {
        var refused = SampleProgram.Decide(Good with { Layoffs = 0.06m, FoundedOn = default }, SampleProgram.Context());
        var shape = DecisionShape.Of(refused);
        var compact = CompactDecision.Of(refused);
        shape.Code.ShouldBe(CompactDecision.ShapeOf(compact));
        shape.Code.ShouldBe(DecisionShape.Of(SampleProgram.Decide(Good, SampleProgram.Context())).Code);
        shape.Read(compact).Select(one => (one.Line.Clause!.Citation, one.Line.Fact, one.Answer)).ShouldBe(
        [
            ("甲〔2020〕1号 二(一)", "layoffs", Answer.NotMet),
            ("部〔2019〕1号 二", "kind", Answer.Met),
            ("部〔2019〕1号 四", "founded_on", Answer.Unproven),
        ]);
        shape.RefusedBy(compact).ShouldBe(refused.RefusedBy);
        shape.ToString().ShouldStartWith("甲〔2020〕1号 二(一) layoffs at_most\n");
        Should.Throw<ArgumentException>(() => shape.Read(CompactDecision.Of(Decide(one => one))));
    }

    private static byte[] OfNumber(string number) => CompactDecision.Of(Decide(one => one, new NamedValue("output", PolicyValue.Of(decimal.Parse(number)))));

    private static IEnumerable<PolicyValue> Values() =>
    [
        default,
        PolicyValue.Of(true),
        PolicyValue.Of(false),
        .. new[] { 0m, 1m, -1m, 0.1m, -0.1m, 10m, 12_345_678_901_234_567_890m, 1_234_567_890_123_456_789.0123456789m, decimal.MaxValue, decimal.MinValue }.Select(PolicyValue.Of),
        PolicyValue.Of(Money.FromYuan(1)),
        PolicyValue.Of(new DateOnly(2020, 1, 1)),
        PolicyValue.Of(new YearMonth(2020, 1)),
        PolicyValue.Of("text"),
        PolicyValue.Of(new string('文', 200)),
        PolicyValue.Of([PolicyValue.Of(1m)]),
        PolicyValue.Of([PolicyValue.Of(1m), PolicyValue.Of(1m)]),
        PolicyValue.Of([new NamedValue("one", PolicyValue.Of(1m))]),
        PolicyValue.Of([new NamedValue("two", PolicyValue.Of(1m))]),
    ];

    private static Decision<Outputs> Decide(Func<Examination, Examination> clauses, params NamedValue[] outputs) =>
        clauses(Decision.On("sample.compact", Good, SampleProgram.Context())).Answering(new Outputs(outputs));

    private static Decision<Outputs> Grounds(Proposition first, Proposition second) => Decide(one =>
        one.WhenAnyOf(SampleProgram.Context().Get(SampleProgram.Ceiling), [new Finding(Cited, first), new Finding(Other, second)]));

    private sealed record Outputs(IReadOnlyList<NamedValue> All) : IOutputs
    {
        public IEnumerable<NamedValue> Recorded() => All;
    }
}
