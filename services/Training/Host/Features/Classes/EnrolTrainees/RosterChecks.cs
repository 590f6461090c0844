using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Classes.Rosters;

namespace Wenye.Training.Features.Classes.EnrolTrainees;

/// <summary>Checks a row of a roster alone (名册逐行校验), by the contract's comments. A value is never repeated.</summary>
/// <param name="codes">Code tables of now.</param>
/// <param name="protector">Hashes who the person is.</param>
/// <param name="today">Nothing is of a later day.</param>
internal sealed class RosterChecks(ICodeTables codes, PersonalDataProtector protector, DateOnly today)
{
    private const int NameLength = 50;
    private const int PhoneLength = 11;
    private const string Divisions = "AAB301";

    // 不设区的地级市: their people are registered in the city itself.
    private static readonly HashSet<string> CitiesWithoutCounties = ["441900", "442000", "460400", "620200"];

    public RosterPerson Check(RosterRow row)
    {
        var faults = new List<FieldError>();
        Demand(NameFault(row.Name), "AAC003");
        Demand(IdFault(row.IdNumber), "AAC147");
        Demand(row.MobilePhone.Length == PhoneLength && row.MobilePhone.All(char.IsAsciiDigit) ? null : "手机号码应为 11 位半角数字，请核对", "AAC067");
        Demand(GroupFault(row), "group");
        Demand(EvidenceFault(row), "evidence");
        Demand(row.HouseholdDivision.Length == 0 || IsCounty(row.HouseholdDivision) ? null : "户籍所在地应为现行的县（市、区）6 位行政区划代码，已撤销的请填写现行代码，未查明时不填", "household_division");
        Demand(row.EnrolledOn is null || IsPast(row.EnrolledOn) ? null : "报名日期应为有效日期，不晚于今天；不填表示今天", "enrolled_on");
        Demand(EmployerFault(row), "employer_code");
        return new(row, faults, faults.Count == 0 ? protector.LookupHash(row.IdNumber) : []);

        void Demand(string? fault, string field)
        {
            if (fault is not null)
            {
                faults.Add(new(field, fault));
            }
        }
    }

    private static string? NameFault(string name) =>
        name.Length == 0 || new StringInfo(name).LengthInTextElements > NameLength ? string.Create(CultureInfo.InvariantCulture, $"请填写姓名，不超过 {NameLength} 个字符")
        : name.Any(char.IsWhiteSpace) ? "姓名不能含有半角或全角空格，请删去空格"
        : name.Any(c => c == '\uFFFD' || char.IsControl(c)) ? "姓名须为有效的 UTF-8 编码，不含控制字符"
        : null;

    private string? IdFault(string number) => number.Length != 18 ? "公民身份号码应为 18 位，请按证件核对" : ResidentId.Examine(number, out var id) switch
    {
        ResidentIdFault.None => id.BirthDate > today ? "公民身份号码中的出生日期晚于今天，请按证件核对" : null,
        ResidentIdFault.Character => "公民身份号码前 17 位应为数字，末位为数字或大写 X，请按证件核对",
        ResidentIdFault.BirthDate => "公民身份号码中的出生日期不存在，请按证件核对",
        _ => "公民身份号码的校验码不符，请按证件核对",
    };

    private static string? GroupFault(RosterRow row) =>
        row.Group == TraineeGroup.Unspecified || !Enum.IsDefined(row.Group) ? "请从接口定义的培训对象类别中选择" : null;

    private static string? EvidenceFault(RosterRow row) =>
        !Enum.IsDefined(row.Evidence) ? "请从接口定义的群体身份材料方式中选择，尚未提供时不填"
        : GroupFault(row) is not null || GroupEvidences.Of(row.Group) is not { } rule || rule.Allows(row.Evidence) ? null
        : $"该类别的群体身份材料为{rule.What}，请更正方式，尚未提供时不填";

    private static string? EmployerFault(RosterRow row) =>
        row.EmployerCode.Length == 0 ? null
        : row.Group != TraineeGroup.Employee ? "只有企业职工填写所在企业，其他类别请留空"
        : UnifiedSocialCreditCode.TryParse(row.EmployerCode, out _) ? null
        : "统一社会信用代码应为 18 位且校验码正确，字母大写，请按营业执照核对";

    private bool IsCounty(string code) => Division.TryParse(code, out var division)
        && (division.Level == DivisionLevel.District || CitiesWithoutCounties.Contains(code)) && codes.Find(Divisions, code, today) == CodeStatus.Known;

    private bool IsPast(Date date) => date.IsDay() && date.ToDay() <= today;
}
