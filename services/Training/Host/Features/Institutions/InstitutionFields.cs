using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Institutions;

/// <summary>Checks what several calls of institutions ask for alike (公共字段校验).</summary>
internal sealed class InstitutionFields(ICodeTables codes, TimeProvider time)
{
    private const int LongestText = 100;

    /// <summary>Today in China.</summary>
    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>A place that gives codes (赋码地): a county, a city or the province that is there today.</summary>
    public void Place(RequestFaults faults, string division)
    {
        var place = faults.Division(division, "division");
        faults.Demand(
            place.Level == DivisionLevel.Nation || codes.Find("AAB301", division, Today) != CodeStatus.Unknown,
            "division", "没有该行政区划，请填写现行的县、市或省的 6 位代码");
    }

    /// <summary>A text of at most 100 characters (文本); empty only where nothing need be said.</summary>
    public static void Text(RequestFaults faults, string text, string field, bool required = true) => faults.Text(text, field, LongestText, required);

    /// <summary>The id of an institution (培训主体标识).</summary>
    public static Guid Id(RequestFaults faults, string institutionId) =>
        faults.Id(institutionId, "institution_id", "培训主体标识应为备案时给出的 UUID，请从培训机构目录查询后填写");
}
