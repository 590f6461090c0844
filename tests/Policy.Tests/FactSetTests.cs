namespace Wenye.Policy.Tests;

public sealed class FactSetTests
{
    [Fact]
    public void An_unknown_fact_is_named_with_those_that_there_are()
    {
        var fault = Decide("{layofs: 0.1}");
        fault.Fact.ShouldBe("layofs");
        fault.Message.ShouldBe("sample.refund 没有事实“layofs”，应为：layoffs、kind、founded_on、paid。");
    }

    [Theory]
    [InlineData("layoffs: few", "layoffs", "应为数值")]
    [InlineData("layoffs: 1e3", "layoffs", "应为数值")]
    [InlineData("layoffs: [1]", "layoffs", "得到“列表或映射”")]
    [InlineData("kind: tiny", "kind", "应为small、large、very_large")]
    [InlineData("founded_on: 2020-2-3", "founded_on", "应为日期（YYYY-MM-DD）")]
    [InlineData("paid: 1.005", "paid", "应为金额")]
    public void A_wrong_type_is_explained_in_chinese(string given, string fact, string message)
    {
        var fault = Decide(given);
        fault.Fact.ShouldBe(fact);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void Anchors_merge_keys_and_null_are_understood()
    {
        var records = new FactSet((DataNode.Map)YamlText.Parse("t", """
            records:
              - &r {id: R1, urban: true, on: 2020-09-01, hours: 0.50, month: 2020-09, people: 3}
              - {<<: *r, id: R2, urban: false, on: null}
            """)).Records("records")!;
        records[1].Text("id").Value.ShouldBe("R2");
        records[1].Truth("urban").Value.ShouldBeFalse();
        records[1].Day("on").IsProven.ShouldBeFalse();
        records[1].Number("hours").Value.ShouldBe(0.5m);
        records[1].Month("month").Value.ShouldBe(new YearMonth(2020, 9));
        records[1].Count("people").Value.ShouldBe(3);
        records[0].Truth("urban").Value.ShouldBeTrue();
    }

    [Fact]
    public void A_form_is_text_by_code()
    {
        var set = FactSet.Parse("""{"fields": {"AAC004": "1", "AAC067": 13800000000, "AAE159": null}}""");
        set.Texts("fields")!["AAC067"].ShouldBe("13800000000");
        set.Texts("fields")!["AAE159"].ShouldBeEmpty();
        set.Texts("other").ShouldBeNull();
        Should.Throw<FactException>(() => FactSet.Parse("fields: 1").Texts("fields"));
    }

    [Fact]
    public void A_program_describes_its_facts() =>
        SampleProgram.Program.Facts.Select(fact => fact.Name).ShouldBe(["layoffs", "kind", "founded_on", "paid"]);

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("text")]
    public void Facts_are_a_map(string text) => Should.Throw<FactException>(() => FactSet.Parse(text));

    private static FactException Decide(string given) =>
        Should.Throw<FactException>(() => SampleProgram.Program.Decide(FactSet.Parse(given), SampleProgram.Context()));
}
