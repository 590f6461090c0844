namespace Wenye.Policy.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("0.0049999", "0.00")]
    [InlineData("1234.565", "1234.57")]
    [InlineData("-0.005", "-0.01")]
    public void Money_rounds_half_up_to_the_fen(string exact, string rounded) => Money.Round(decimal.Parse(exact)).ToString().ShouldBe(rounded);

    [Fact]
    public void Money_never_rounds_on_the_way_in()
    {
        Should.Throw<ArgumentException>(() => Money.FromYuan(0.005m));
        Money.FromYuan(12.30m).Fen.ShouldBe(1230);
        Money.FromFen(1230).ShouldBe(Money.FromYuan(12.3m));
    }

    [Fact]
    public void A_share_of_money_stays_exact_until_it_is_rounded()
    {
        var share = Money.FromYuan(100.01m) * new Rate(0.055m);
        share.ShouldBe(5.50055m);
        Money.Round(share).ToString().ShouldBe("5.50");
        (Money.FromYuan(1.5m) + Money.FromYuan(2m) - Money.FromYuan(0.5m)).ShouldBe(Money.FromYuan(1m) * 3);
    }

    [Fact]
    public void A_rate_compares_without_dividing()
    {
        new Rate(0.055m).Covers(11, 200).ShouldBeTrue();
        new Rate(0.055m).Covers(12, 218).ShouldBeFalse();
    }

    [Fact]
    public void One_number_has_one_text()
    {
        PolicyValue.Of(5.50m).ToString().ShouldBe("5.5");
        PolicyValue.Of(100m).ToString().ShouldBe("100");
        PolicyValue.Of(0.000001m).ToString().ShouldBe("0.000001");
        PolicyValue.Of(12345678901234567890.12m).ToString().ShouldBe("12345678901234567890.12");
        PolicyValue.Of(Money.FromYuan(50_000)).ToString().ShouldBe("50000.00");
    }

    [Fact]
    public void Terms_are_the_enum_names_in_snake_case()
    {
        Term<Sample>.All.ShouldBe(["plain", "two_words", "graduate_2y"]);
        Term<Sample>.TryParse("graduate_2y", out var value).ShouldBeTrue();
        value.ShouldBe(Sample.Graduate2Y);
        Term<Sample>.TryParse("TwoWords", out _).ShouldBeFalse();
    }

    [Fact]
    public void Terms_of_any_numbering_are_recorded_as_their_text()
    {
        PolicyValue.From(FromOne.Second).ToString().ShouldBe("second");
        PolicyValue.From(WithGaps.Second).ToString().ShouldBe("second");
        PolicyValue.From(Small.Second).ToString().ShouldBe("second");
        Policy.Fact.Known("any", WithGaps.First).Is(WithGaps.Second).ThresholdText.ShouldBe("= second");
        Policy.Fact.Known("any", FromOne.First).Is(FromOne.Second).ThresholdText.ShouldBe("= second");
        Should.Throw<KeyNotFoundException>(() => PolicyValue.From((FromOne)9));
        Should.Throw<NotSupportedException>(() => PolicyValue.From(1L));
    }

    [Fact]
    public void A_value_knows_its_kind()
    {
        default(PolicyValue).Kind.ShouldBe(ValueKind.Unproven);
        PolicyValue.From(true).Kind.ShouldBe(ValueKind.Truth);
        PolicyValue.From(7).ShouldBe(PolicyValue.Of(7.0m));
        PolicyValue.From(Money.FromYuan(7)).ShouldNotBe(PolicyValue.Of(7m));
        PolicyValue.From(new YearMonth(2020, 9)).ToString().ShouldBe("2020-09");
        PolicyValue.From(new DateOnly(2020, 9, 1)).Day.ShouldBe(new(2020, 9, 1));
        PolicyValue.From("text").Kind.ShouldBe(ValueKind.Text);
        PolicyValue.Of([PolicyValue.Of(1m)]).Kind.ShouldBe(ValueKind.List);
        PolicyValue.Of([new NamedValue("name", PolicyValue.Of(1m))]).Kind.ShouldBe(ValueKind.Map);
    }

    private enum FromOne
    {
        First = 1,
        Second,
    }

    private enum WithGaps
    {
        First = 1,
        Second = 5,
    }

    private enum Small : byte
    {
        First,
        Second,
    }

    private enum Sample
    {
        Plain,
        TwoWords,
        Graduate2Y,
    }
}
