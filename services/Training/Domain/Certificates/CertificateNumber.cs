using System.Globalization;
using Wenye.Policy;

namespace Wenye.Training.Domain.Certificates;

/// <summary>What training.certificate_number looks at (合格证书序列号的事实). What is left out is unproven.</summary>
public sealed record CertificateNumberFacts : IFacts
{
    /// <summary>Four digits of the city, 3700 for the province's own projects (设区的市代码).</summary>
    public Fact<string> City { get; init => field = value.Named("city"); } = Fact.Unproven<string>("city");

    /// <summary>One or two digits of the county, 00 for the city's or province's own (县（市、区）代码).</summary>
    public Fact<string> County { get; init => field = value.Named("county"); } = Fact.Unproven<string>("county");

    /// <summary>Code of the institution, 1 to 9999 (培训主体代码).</summary>
    public Fact<int> Institution { get; init => field = value.Named("institution"); } = Fact.Unproven<int>("institution");

    /// <summary>Year of issue, four digits (核发年份).</summary>
    public Fact<int> Year { get; init => field = value.Named("year"); } = Fact.Unproven<int>("year");

    /// <summary>Place in the order of the year, 1 to 99999 (核发顺序).</summary>
    public Fact<int> Sequence { get; init => field = value.Named("sequence"); } = Fact.Unproven<int>("sequence");

    /// <summary>培训类别.</summary>
    public Fact<TrainingCategory> Category { get; init => field = value.Named("category"); } = Fact.Unproven<TrainingCategory>("category");

    /// <summary>Reads the facts by name (读取).</summary>
    public static CertificateNumberFacts Read(FactSet given) => new()
    {
        City = given.Text("city"),
        County = given.Text("county"),
        Institution = given.Count("institution"),
        Year = given.Count("year"),
        Sequence = given.Count("sequence"),
        Category = given.Choice<TrainingCategory>("category"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        City.Recorded,
        County.Recorded,
        Institution.Recorded,
        Year.Recorded,
        Sequence.Recorded,
        Category.Recorded,
    ];
}

/// <summary>The serial number (证书序列号).</summary>
/// <param name="Number">Eighteen places.</param>
public sealed record SerialNumber(string Number) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("number", PolicyValue.Of(Number))];
}

/// <summary>The serial number of a completion certificate (培训合格证书序列号).</summary>
/// <remarks>Pure: that a number is given once and in order is the issuer's task, see <see cref="HighestSequence"/>.</remarks>
public static class CertificateNumber
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.certificate_number";

    /// <summary>The last number that an order of the year has room for (核发顺序上限).</summary>
    public const int HighestSequence = 99_999;

    /// <summary>The last code of an institution within a county (培训主体代码上限).</summary>
    public const int HighestInstitution = 9_999;

    /// <summary>Places of a serial number (序列号位数).</summary>
    public const int Length = 18;

    private const string Document = "鲁人社函〔2020〕48号";
    private const string ProvincesOwn = "3700";
    private const string NoCounty = "00";
    private const int FirstYear = 2020;
    private const int LastYear = 2099;
    private static readonly Clause County = new(Document, "附件2二(二)");
    private static readonly Clause Institution = new(Document, "附件2二(三)");
    private static readonly Clause Year = new(Document, "附件2二(四)");
    private static readonly Clause Sequence = new(Document, "附件2二(五)");
    private static readonly Clause Category = new(Document, "附件2二(六)");
    private static readonly Parameter<bool> Structure = Parameter.Rule("training.certificate_number");
    private static readonly Parameter<Terms<string>> Cities = Parameter.Terms<string>("training.certificate_cities");

    /// <summary>Decides (认定).</summary>
    public static Decision<SerialNumber> Decide(CertificateNumberFacts facts, PolicyContext policy)
    {
        var structure = policy.Get(Structure);
        var cities = policy.Get(Cities);
        var examined = Decision.On(Name, facts, policy)

            // 48号 附件2一  序列号共18位，主要包括6个部分
            .When(structure, facts.City.IsEstablished());
        return (!structure.IsSet ? examined : examined

            // 48号 附件2二(一)  第1-4位：设区的市代码…省本级项目代码为“3700”
            .And(cities, facts.City.OneOf(cities))

            // 48号 附件2二(二)  第5-6位：县（市、区）代码…省本级项目、设区的市本级代码为“00”
            .And(County, CountyFits(facts))

            // 48号 附件2二(三)  第7-10位：承担政府补贴性培训任务的培训主体代码
            .And(Institution, facts.Institution.AtLeast(1))
            .And(Institution, facts.Institution.AtMost(HighestInstitution))

            // 48号 附件2二(四)  第11-12位：取核发年份的后两位数字
            .And(Year, facts.Year.AtLeast(FirstYear))
            .And(Year, facts.Year.AtMost(LastYear))

            // 48号 附件2二(五)  第13-17位：每年度从00001-99999依次顺序取值
            .And(Sequence, facts.Sequence.AtLeast(1))
            .And(Sequence, facts.Sequence.AtMost(HighestSequence))

            // 48号 附件2二(六)  第18位：A为就业技能培训;B为岗位技能提升培训；C为创业培训
            .And(Category, facts.Category.IsEstablished()))
            .Grant(facts, static given => new SerialNumber(Write(given)));
    }

    // 48号 附件2二(七)  5-6位、7-10位和13-17位，赋码不足位数时在前面加“0”补足位数
    private static string Write(CertificateNumberFacts facts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{facts.City.Value}{Padded(facts.County.Value)}{facts.Institution.Value:0000}{facts.Year.Value % 100:00}{facts.Sequence.Value:00000}{CategoryLetters.Of(facts.Category.Value)}");

    private static string Padded(string county) => county.PadLeft(NoCounty.Length, '0');

    // One or two digits, and none but 00 where the province is the issuer.
    private static Proposition CountyFits(CertificateNumberFacts facts) => facts.City is { IsProven: true, Value: ProvincesOwn }
        ? facts.County.Map(Padded).Is(NoCounty)
        : facts.County.Map(IsCounty).Is(true);

    private static bool IsCounty(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiDigit);
}
