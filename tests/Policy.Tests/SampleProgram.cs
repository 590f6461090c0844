namespace Wenye.Policy.Tests;

/// <summary>A small decision that uses everything the kernel has.</summary>
internal static class SampleProgram
{
    public const string Yaml = """
        - name: sample.ceiling
          title: 上限
          unit: rate
          values:
            - {region: "370000", from: 2020-01-01, value: 0.055, cite: {document: 甲〔2020〕1号, item: 二(一)}}
            - {region: "370000", from: 2020-06-01, value: 0.20, cite: {document: 甲〔2020〕2号, item: 三}, supersedes: 甲〔2020〕1号 二(一)}
            - {region: "000000", from: 2019-01-01, value: 0.03, cite: {document: 部〔2019〕1号, item: 一}}
        - name: sample.kinds
          title: 对象
          unit: terms
          values:
            - {region: "000000", from: 2019-01-01, value: [small, large], cite: {document: 部〔2019〕1号, item: 二}}
        - name: sample.city_amount
          title: 市定标准
          unit: yuan
          set_by: city
          cite: {document: 部〔2019〕1号, item: 三}
        """;

    public static readonly Clause Established = new("部〔2019〕1号", "四");
    public static readonly Parameter<decimal> Ceiling = Parameter.Number("sample.ceiling", Unit.Rate);
    private static readonly Parameter<Terms<Kind>> Kinds = Parameter.Terms<Kind>("sample.kinds");
    private static readonly Parameter<Money> CityAmount = Parameter.Money("sample.city_amount");

    public enum Kind
    {
        Small,
        Large,
        VeryLarge,
    }

    public static ParameterSet Parameters { get; } = Load(Yaml);

    public static PolicyProgram Program { get; } = PolicyProgram.Of("sample.refund", Facts.Read, Decide);

    public static PolicyContext Context(string region = "370102", string day = "2020-03-01") => Parameters.At(Division.Parse(region), DateOnly.Parse(day));

    public static ParameterSet Load(string yaml) => ParameterSet.Load([("sample", yaml)], WorkingCalendar.StateCouncil);

    public static Decision<Refund> Decide(Facts facts, PolicyContext policy)
    {
        var (ceiling, kinds, amount) = (policy.Get(Ceiling), policy.Get(Kinds), policy.Get(CityAmount));
        return Decision.On("sample.refund", facts, policy)
            .When(ceiling, facts.Layoffs.AtMost(ceiling))
            .And(kinds, facts.Kind.OneOf(kinds))
            .And(Established, facts.FoundedOn.IsEstablished())
            .AndIf(policy.Region.Level == DivisionLevel.City, amount, facts.Paid.AtMost(amount))
            .Grant(() => new Refund(Money.Round(facts.Paid.Value.Yuan / 3)));
    }

    public sealed record Facts : IFacts
    {
        public Fact<decimal> Layoffs { get; init => field = value.Named("layoffs"); } = Fact.Unproven<decimal>("layoffs");

        public Fact<Kind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<Kind>("kind");

        public Fact<DateOnly> FoundedOn { get; init => field = value.Named("founded_on"); } = Fact.Unproven<DateOnly>("founded_on");

        public Fact<Money> Paid { get; init => field = value.Named("paid"); } = Fact.Unproven<Money>("paid");

        public static Facts Read(FactSet given) => new()
        {
            Layoffs = given.Number("layoffs"),
            Kind = given.Choice<Kind>("kind"),
            FoundedOn = given.Day("founded_on"),
            Paid = given.Money("paid"),
        };

        public IEnumerable<NamedValue> Recorded() => [Layoffs.Recorded, Kind.Recorded, FoundedOn.Recorded, Paid.Recorded];
    }

    public sealed record Refund(Money Amount) : IOutputs
    {
        public IEnumerable<NamedValue> Recorded() => [new("amount", PolicyValue.Of(Amount))];
    }
}
