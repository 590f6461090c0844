using System.Text;

namespace Wenye.Policy.Tests;

public sealed class DecisionTests
{
    private static readonly SampleProgram.Facts Good = new()
    {
        Layoffs = 0.055m,
        Kind = SampleProgram.Kind.Small,
        FoundedOn = new DateOnly(2001, 2, 3),
        Paid = Money.FromYuan(100),
    };

    [Fact]
    public void Granted_when_every_clause_is_met()
    {
        var decision = SampleProgram.Decide(Good, SampleProgram.Context());
        decision.Outcome.ShouldBe(Outcome.Granted);
        decision.Result!.Amount.ToString().ShouldBe("33.33");
        decision.Missing.ShouldBeEmpty();
        decision.RefusedBy.ShouldBeEmpty();
        decision.Findings.Select(finding => finding.Clause.Citation).ShouldBe(["甲〔2020〕1号 二(一)", "部〔2019〕1号 二", "部〔2019〕1号 四"]);
    }

    [Fact]
    public void Every_clause_is_answered_after_one_is_not_met()
    {
        var decision = SampleProgram.Decide(Good with { Layoffs = 0.0551m, Kind = SampleProgram.Kind.VeryLarge, FoundedOn = default }, SampleProgram.Context());
        decision.Outcome.ShouldBe(Outcome.Refused);
        decision.Findings.Select(finding => finding.Answer).ShouldBe([Answer.NotMet, Answer.NotMet, Answer.Unproven]);
        decision.RefusedBy.Select(clause => clause.Citation).ShouldBe(["甲〔2020〕1号 二(一)", "部〔2019〕1号 二"]);
        decision.Missing.ShouldBeEmpty();
        decision.Result.ShouldBeNull();
        decision.Outputs.ShouldBeEmpty();
        decision.Findings[0].Value.ShouldBe("0.0551");
        decision.Findings[0].Threshold.ShouldBe("≤ 0.055");
    }

    [Fact]
    public void Incomplete_asks_for_exactly_the_unknown_facts()
    {
        var decision = SampleProgram.Decide(new(), SampleProgram.Context());
        decision.Outcome.ShouldBe(Outcome.Incomplete);
        decision.Missing.ShouldBe(["layoffs", "kind", "founded_on"]);
    }

    [Fact]
    public void An_unset_parameter_of_the_city_makes_it_incomplete_and_is_never_zero()
    {
        var unset = SampleProgram.Decide(Good, SampleProgram.Context("370100"));
        unset.Outcome.ShouldBe(Outcome.Incomplete);
        unset.Missing.ShouldBe(["sample.city_amount"]);
        unset.Findings[^1].Clause.Citation.ShouldBe("部〔2019〕1号 三");
        unset.Parameters[^1].Explanation.ShouldContain("由各市确定");

        var set = SampleProgram.Parameters.With("city", """
            - name: sample.city_amount
              values: [{region: "370100", from: 2020-01-01, value: 100.00, cite: {document: 济〔2020〕1号, item: 一}}]
            """);
        SampleProgram.Decide(Good, set.At(Division.Parse("370100"), new(2020, 3, 1))).Outcome.ShouldBe(Outcome.Granted);
    }

    [Fact]
    public void The_canonical_text_is_fixed_to_the_byte()
    {
        var text = Encoding.UTF8.GetString(DecisionJson.Write(SampleProgram.Decide(Good, SampleProgram.Context())));
        text.ShouldBe(
            "{\"program\":\"sample.refund\",\"region\":\"370102\",\"as_of\":\"2020-03-01\",\"parameter_version\":\"" + SampleProgram.Parameters.Version + "\"," +
            "\"facts\":{\"layoffs\":0.055,\"kind\":\"small\",\"founded_on\":\"2001-02-03\",\"paid\":\"100.00\"},\"outcome\":\"granted\",\"findings\":[" +
            "{\"clause\":\"甲〔2020〕1号 二(一)\",\"answer\":\"met\",\"fact\":\"layoffs\",\"value\":\"0.055\",\"threshold\":\"≤ 0.055\"}," +
            "{\"clause\":\"部〔2019〕1号 二\",\"answer\":\"met\",\"fact\":\"kind\",\"value\":\"small\",\"threshold\":\"属于 small、large\"}," +
            "{\"clause\":\"部〔2019〕1号 四\",\"answer\":\"met\",\"fact\":\"founded_on\",\"value\":\"2001-02-03\",\"threshold\":\"须查明\"}]," +
            "\"missing\":[],\"parameters\":[" +
            "{\"name\":\"sample.ceiling\",\"unit\":\"rate\",\"value\":0.055,\"clause\":\"甲〔2020〕1号 二(一)\",\"region\":\"370000\",\"explanation\":\"适用甲〔2020〕1号 二(一)（省370000，2020-01-01起）：0.055。优先于全国的部〔2019〕1号 一（0.03）：按区县、市、省、全国的顺序适用。\"}," +
            "{\"name\":\"sample.kinds\",\"unit\":\"terms\",\"value\":[\"small\",\"large\"],\"clause\":\"部〔2019〕1号 二\",\"region\":\"000000\",\"explanation\":\"适用部〔2019〕1号 二（全国000000，2019-01-01起）：small、large。\"}]," +
            "\"outputs\":{\"amount\":\"33.33\"}}");
    }

    [Theory]
    [InlineData("layoffs: 0.0550\nkind: small\nfounded_on: 2001-02-03\npaid: 100")]
    [InlineData("{layoffs: 0.3, kind: very_large, paid: 7.5}")]
    [InlineData("{}")]
    public void Deciding_again_gives_the_same_bytes(string given)
    {
        var stored = DecisionJson.Write(SampleProgram.Program.Decide(FactSet.Parse(given), SampleProgram.Context()));
        Replay.Run(stored, [SampleProgram.Program], SampleProgram.Load(SampleProgram.Yaml), out var again).ShouldBe(ReplayResult.Same);
        DecisionJson.Write(again).ShouldBe(stored);
    }

    [Fact]
    public void Another_parameter_set_is_detected_by_its_version()
    {
        var stored = DecisionJson.Write(SampleProgram.Decide(Good, SampleProgram.Context()));
        var later = SampleProgram.Load(SampleProgram.Yaml + """

            - name: sample.more
              title: 新增
              unit: days
              values: [{region: "000000", from: 2022-01-01, value: 1, cite: {document: 部〔2022〕1号, item: 一}}]
            """);
        later.Version.ShouldNotBe(SampleProgram.Parameters.Version);
        Replay.Run(stored, [SampleProgram.Program], later, out _).ShouldBe(ReplayResult.SameUnderOtherParameters);

        var changed = SampleProgram.Load(SampleProgram.Yaml.Replace("0.055", "0.05", StringComparison.Ordinal));
        Replay.Run(stored, [SampleProgram.Program], changed, out var again).ShouldBe(ReplayResult.DiffersUnderOtherParameters);
        again.Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public void A_record_that_was_tampered_with_is_detected()
    {
        var stored = Encoding.UTF8.GetString(DecisionJson.Write(SampleProgram.Decide(Good, SampleProgram.Context())));
        var tampered = Encoding.UTF8.GetBytes(stored.Replace("33.33", "93.33", StringComparison.Ordinal));
        Replay.Run(tampered, [SampleProgram.Program], SampleProgram.Parameters, out _).ShouldBe(ReplayResult.Differs);
        Should.Throw<PolicyDataException>(() => Replay.Run(tampered, [], SampleProgram.Parameters, out _)).Message.ShouldContain("sample.refund");
        Should.Throw<PolicyDataException>(() => Replay.Run("{"u8.ToArray(), [], SampleProgram.Parameters, out _));
    }

    [Fact]
    public void The_layout_of_a_file_does_not_change_its_version() =>
        SampleProgram.Load("# 说明\n" + SampleProgram.Yaml.Replace("0.20", "0.2", StringComparison.Ordinal)).Version.ShouldBe(SampleProgram.Parameters.Version);
}
