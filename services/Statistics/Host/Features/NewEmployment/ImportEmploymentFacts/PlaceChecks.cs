using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Checks rows of places alone (城乡分类、就业地校验), by the contract's comments.</summary>
internal static class PlaceChecks
{
    private const int PlaceDigits = 12;
    private const int ClassDigits = 3;
    private const int CountyDigits = 6;
    private const int CityDigits = 4;
    private const string PlaceFault = "统计用区划代码应为村居的 12 位数字";

    public static void Class(RequestFaults faults, PlaceClassRow row, Caller caller) => faults
        .Demand(IsPlace(row.Place), "place_class.place", PlaceFault)
        .Demand(!IsPlace(row.Place) || caller.MaySee(row.Place[..CountyDigits]), "place_class.place", "不属于本机构的行政区划，请由当地机构导入")
        .Demand(row.ValidFrom is not null && row.ValidFrom.IsDay(), "place_class.valid_from", "请填写该版代码的启用日期")
        .Demand(
            row.Class.Length == ClassDigits && row.Class.All(char.IsAsciiDigit) && row.Class[0] is '1' or '2', "place_class.class",
            "城乡分类代码应为 3 位数字：1 开头为城镇，2 开头为乡村");

    public static void Record(RequestFaults faults, RecordPlaceRow row)
    {
        _ = faults.Id(row.EmploymentId, "record_place.employment_id", "就业登记标识应为 UUID，请从明细中选择");
        faults.Demand(IsPlace(row.Place), "record_place.place", PlaceFault);
    }

    /// <summary>Whether a place lies in the city of a division: the codes of statistics divide a city otherwise than GB/T 2260 does (统计功能区).</summary>
    public static bool IsInCityOf(string place, string division) => place.AsSpan(0, CityDigits).SequenceEqual(division.AsSpan(0, CityDigits));

    private static bool IsPlace(string text) => text.Length == PlaceDigits && text.All(char.IsAsciiDigit);
}
