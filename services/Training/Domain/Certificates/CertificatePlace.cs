using System.Collections.Frozen;
using Wenye.Policy;

namespace Wenye.Training.Domain.Certificates;

/// <summary>A place as serial numbers write it (序列号中的设区的市代码、县（市、区）代码), 48号 附件2二(一)(二).</summary>
/// <param name="City">Four digits of the notice's own list; 3700 for the province's own projects.</param>
/// <param name="County">Two digits; 00 for the city's or the province's own.</param>
public readonly record struct CertificatePlace(string City, string County)
{
    private const string Province = "370000";
    private const string None = "00";

    // The notice lists cities by name. Up to 日照 its codes are those of GB/T 2260; the five after it move up by one, since
    // 莱芜 (371200) became part of 济南 in 2019.
    private static readonly FrozenDictionary<string, string> Cities = new Dictionary<string, string>
    {
        ["370100"] = "3701", // 济南
        ["370200"] = "3702", // 青岛
        ["370300"] = "3703", // 淄博
        ["370400"] = "3704", // 枣庄
        ["370500"] = "3705", // 东营
        ["370600"] = "3706", // 烟台
        ["370700"] = "3707", // 潍坊
        ["370800"] = "3708", // 济宁
        ["370900"] = "3709", // 泰安
        ["371000"] = "3710", // 威海
        ["371100"] = "3711", // 日照
        ["371300"] = "3712", // 临沂
        ["371400"] = "3713", // 德州
        ["371500"] = "3714", // 聊城
        ["371600"] = "3715", // 滨州
        ["371700"] = "3716", // 菏泽
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Parameter<string> CountyCode = new("training.certificate_county", Unit.Terms, ReadCounty);

    /// <summary>Of the province's own projects (省本级项目).</summary>
    public static CertificatePlace ProvincesOwn { get; } = new("3700", None);

    /// <summary>The place of an institution (培训主体所在地); null where the notice does not apply.</summary>
    /// <param name="division">Where it is filed: county, city or province.</param>
    /// <param name="policy">Of that place and the day of issue: the city may have given the county a code of its own.</param>
    public static CertificatePlace? Of(Division division, PolicyContext policy)
    {
        if (division.Code == Province)
        {
            return ProvincesOwn;
        }

        return division.Level is DivisionLevel.City or DivisionLevel.District && Cities.TryGetValue(CityOf(division), out var city)
            ? new(city, division.Level == DivisionLevel.City ? None : CountyOf(division, policy))
            : null;
    }

    private static string CityOf(Division division) => division.Level == DivisionLevel.City ? division.Code : division.Parent.Code;

    // 48号 附件2二(二)  该代码由设区的市人力资源社会保障局参照省人力资源社会保障厅对“设区的市代码”的赋码方法确定
    private static string CountyOf(Division division, PolicyContext policy)
    {
        var set = policy.Get(CountyCode);
        return set.IsSet ? set.Value : division.Code[4..];
    }

    private static string ReadCounty(PolicyValue value) => value.Items is [var only] && only.ToString() is { Length: 2 } code && code.All(char.IsAsciiDigit) && code != None
        ? code
        : throw new InvalidDataException("参数 training.certificate_county 应为一个两位数字的县代码，如 [\"01\"]。");
}
