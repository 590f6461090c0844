using Wenye.Contracts.Registration.V1;
using Wenye.Policy;

namespace Wenye.Registration.Features.Offices.ImportOffices;

/// <summary>Reads the rows of a list (清单校验), 鲁人社字〔2020〕39号 附件2: good ones are kept by place and name, bad ones told.</summary>
/// <param name="list">The division whose list it is.</param>
/// <param name="divisions">AAB301, to say whether a place exists.</param>
/// <param name="today">The day on which it must exist.</param>
internal sealed class OfficeRows(Division list, ICodeTables divisions, DateOnly today)
{
    private const int MaxFaultsTold = 1000;
    private const int MaxServices = 50;

    private readonly Dictionary<(string Division, string Name), OfficeRow> good = [];
    private readonly HashSet<(string Division, string Name)> named = [];
    private readonly List<OfficeRowFault> faults = [];

    /// <summary>The rows to take.</summary>
    public IReadOnlyDictionary<(string Division, string Name), OfficeRow> Good => good;

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<OfficeRowFault> Faults => faults;

    public long FaultCount { get; private set; }

    /// <summary>Rows that do not even tell which office they are about: then nobody knows which one the list leaves out.</summary>
    public bool SomeUnnamed { get; private set; }

    /// <summary>Whether the list names an office, in a good row or a bad one.</summary>
    public bool Names(string division, string name) => named.Contains((division, name));

    public void Add(OfficeRow row)
    {
        var before = FaultCount;
        var place = PlaceFault(row.Division);
        Demand(place is null, row, "division", place ?? "");
        var hasName = Text(row, "name", row.Name, 100, required: true);
        Text(row, "division_name", row.DivisionName, 100, required: true);
        Text(row, "address", row.Address, 200);
        Text(row, "phone", row.Phone, 100);
        Text(row, "online_channels", row.OnlineChannels, 500);
        Demand(row.Address.Length > 0 || row.OnlineChannels.Length > 0, row, "address", "经办地址和线上渠道至少填写一项");
        Demand(row.Services.Count <= MaxServices, row, "services", $"经办项目不超过{MaxServices}项");
        Demand(row.Services.All(service => IsText(service, 50) && service.Length > 0), row, "services", "每个经办项目为1至50个字符，不含换行等控制字符");
        Demand(IsClass(row.AreaClass), row, "area_class", "城乡分类代码应为 3 位数字：1 开头为城镇，2 开头为乡村；不清楚时不填");
        if (place is not null || !hasName)
        {
            SomeUnnamed = true;
        }
        else if (!named.Add((row.Division, row.Name)))
        {
            Demand(false, row, "name", "清单中已有同一行政区划的同名机构，请合并为一行");
        }

        if (FaultCount == before)
        {
            good.Add((row.Division, row.Name), row);
        }
    }

    /// <summary>Notes that offices left out could not be told.</summary>
    public void TellNothingClosed() =>
        Demand(false, new OfficeRow(), "complete", "有的行未写明行政区划或机构名称，无法判断哪些机构已撤销，未撤销任何机构；请更正后重新导入完整清单");

    private string? PlaceFault(string division)
    {
        if (division.Length is not (6 or 9 or 12) || !division.All(char.IsAsciiDigit)
            || !Division.TryParse(division[..6], out var county) || county.Level is DivisionLevel.Nation or DivisionLevel.Province)
        {
            return "行政区划应为市、县的 6 位、街道（乡镇）的 9 位或社区（村）的 12 位代码";
        }

        return !list.Contains(county) ? "该行政区划不在清单所属的市、县之内"
            : divisions.Find("AAB301", county.Code, today) != CodeStatus.Known ? "前 6 位不在行政区划代码表中或已停用，请核对"
            : null;
    }

    private static bool IsClass(string code) => code.Length == 0 || (code.Length == 3 && code.All(char.IsAsciiDigit) && code[0] is '1' or '2');

    private bool Text(OfficeRow row, string field, string text, int most, bool required = false) =>
        Demand(IsText(text, most) && (!required || text.Length > 0), row, field, $"请填写{(required ? "1至" : "不超过")}{most}个字符，首尾无空格，不含换行等控制字符");

    private static bool IsText(string text, int most) => text.Length <= most && !text.Any(char.IsControl) && text.Trim() == text;

    private bool Demand(bool holds, OfficeRow row, string field, string message)
    {
        if (!holds && ++FaultCount <= MaxFaultsTold)
        {
            faults.Add(new OfficeRowFault { Row = row.Row, Field = field, Message = message });
        }

        return holds;
    }
}
