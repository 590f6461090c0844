using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using static Wenye.Contracts.Statistics.V1.EmploymentFactRow;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>A row as far as it can be judged alone (导入行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
internal sealed record CheckedFact(EmploymentFactRow Row, IReadOnlyList<FieldError> Faults);

/// <summary>Checks rows alone (逐行校验), by the contract's comments. A value is never repeated.</summary>
internal sealed class FactRowChecks(Caller caller, DateOnly today)
{
    private const int LongestReason = 200;
    private const int LongestCode = 3;
    private const int LongestNumber = 22;
    private const string ResidentIdCard = "01";
    private const long Most = 100_000_000;
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    public CheckedFact Check(EmploymentFactRow row)
    {
        var faults = new RequestFaults();
        switch (row.FactCase)
        {
            case FactOneofCase.Spell:
                Spell(faults, row.Spell);
                break;
            case FactOneofCase.Mark:
                Mark(faults, row.Mark);
                break;
            case FactOneofCase.Attrition:
                Attrition(faults, row.Attrition);
                break;
            case FactOneofCase.Employed:
                YearFigureChecks.Employed(faults, row.Employed, caller, today);
                break;
            case FactOneofCase.Target:
                YearFigureChecks.Target(faults, row.Target, caller, today);
                break;
            case FactOneofCase.PlaceClass:
                PlaceChecks.Class(faults, row.PlaceClass, caller);
                break;
            case FactOneofCase.RecordPlace:
                PlaceChecks.Record(faults, row.RecordPlace);
                break;
            default:
                faults.Demand(false, "fact", "请填写人员时段、核实标记、自然减员、年末从业人员、年度目标、城乡分类或就业地中的一类");
                break;
        }

        return new(row, faults.Found);
    }

    private void Spell(RequestFaults faults, PersonSpellRow spell)
    {
        var begins = DayOf(spell.Begins);
        if (spell.Person is { } person)
        {
            Person(faults.Demand(spell.PersonId.Length == 0, "spell.person_id", "人员标识和证件号码只填一项"), person);
        }
        else
        {
            _ = faults.Id(spell.PersonId, "spell.person_id", "人员标识应为 UUID，请从人员状态核验取得；没有标识的填写证件类型和号码");
        }

        faults.Demand(caller.Roles.Contains(Roles.Province), "spell.person_id", "人员时段由省级机构导入")
            .Demand(spell.Kind is not Contracts.Statistics.V1.SpellKind.Unspecified && Enum.IsDefined(spell.Kind), "spell.kind", "请选择时段类别")
            .Demand(begins >= Earliest, "spell.begins", "请填写起始日，不早于 1950 年")
            .Demand(spell.Ends is null || DayOf(spell.Ends) >= (begins ?? Earliest), "spell.ends", "截止日应为有效日期，不早于起始日；仍在持续的不填")
            .Demand(
                spell.EmployerCode.Length == 0 || UnifiedSocialCreditCode.TryParse(spell.EmployerCode, out _),
                "spell.employer_code", "统一社会信用代码应为 18 位且校验码正确，没有的不填");
    }

    private static void Person(RequestFaults faults, PersonIdentity person) => faults
        .Demand(person.IdDocumentType.Length is > 0 and <= LongestCode, "AAC058", "请填写证件类型代码，居民身份证为 01")
        .Demand(
            person.IdDocumentType == ResidentIdCard ? ResidentId.TryParse(person.IdDocumentNumber, out _) : person.IdDocumentNumber.Length is > 0 and <= LongestNumber,
            "AAC044", "证件号码应与证件类型相符，居民身份证号码为 18 位且校验码正确");

    private static void Mark(RequestFaults faults, RecordMarkRow mark)
    {
        _ = faults.Id(mark.EmploymentId, "mark.employment_id", "就业登记标识应为 UUID，请从明细中选择");
        faults.Text(mark.Reason, "mark.reason", LongestReason);
    }

    private void Attrition(RequestFaults faults, AttritionRow row)
    {
        var isPeriod = YearMonth.TryParse(row.Period, out var period);
        var ofPeriod = period;
        faults.Demand(isPeriod, "attrition.period", "请按 YYYY-MM 填写统计报表期")
            .Demand(
                row.OfPeriod.Length == 0 || (YearMonth.TryParse(row.OfPeriod, out ofPeriod) && ofPeriod <= period),
                "attrition.of_period", "数据所属期应为 YYYY-MM，不晚于统计报表期，同期的不填")
            .Demand(row.Retired is >= 0 and <= Most, "attrition.retired", "退休人数应为不小于零的整数")
            .Demand(row.WorkDeaths is >= 0 and <= Most, "attrition.work_deaths", "死亡人数应为不小于零的整数");
        var division = faults.Division(row.Division, "attrition.division");
        faults.Demand(division.Level == DivisionLevel.Nation || caller.MaySee(division.Code), "attrition.division", "不属于本机构的行政区划，请由当地机构导入");
    }

    private static DateOnly? DayOf(Date? date) => date is not null && date.IsDay() ? date.ToDay() : null;
}
