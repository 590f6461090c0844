using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>An employment as it was registered (就业登记), with its end where that is known.</summary>
/// <param name="Id">Tells employments apart.</param>
/// <param name="Division">Place of work, GB/T 2260.</param>
/// <param name="Urban">城镇区域.</param>
/// <param name="Form">就业方式; null: not told.</param>
/// <param name="IsReemployment">就业类型 is 失业再就业.</param>
/// <param name="EmployedOn">就业时间.</param>
/// <param name="RegisteredOn">登记日期.</param>
/// <param name="EmployerCode">统一社会信用代码; may be empty.</param>
/// <param name="WasUnemployed">登记失业人员（是/否）, when it was registered.</param>
/// <param name="BirthYear">出生年份.</param>
/// <param name="EndedOn">终止就业日期; null: not known to have ended.</param>
/// <param name="EndRegisteredOn">The day on which the end was registered.</param>
public sealed record KnownEmployment(
    Guid Id, string Division, bool Urban, EmploymentForm? Form, bool IsReemployment, DateOnly EmployedOn, DateOnly RegisteredOn,
    string EmployerCode, bool WasUnemployed, int BirthYear, DateOnly? EndedOn = null, DateOnly? EndRegisteredOn = null);

/// <summary>A registration as unemployed (失业登记).</summary>
/// <param name="RegisteredOn">登记日期.</param>
/// <param name="CancelledOn">注销日期; null: not known to have ended.</param>
public readonly record struct KnownRegistration(DateOnly RegisteredOn, DateOnly? CancelledOn);

/// <summary>What others know of a person for some days (部门数据).</summary>
public enum SpellKind
{
    /// <summary>Employed by a body (单位就业).</summary>
    Unit = 1,

    /// <summary>An individual business, from registration to deregistration (个体工商户注册).</summary>
    IndividualBusiness,

    /// <summary>In a public-benefit post (公益性岗位安置).</summary>
    WelfarePost,

    /// <summary>Flexibly employed (灵活就业).</summary>
    Flexible,

    /// <summary>Insured by an employer (职工参保).</summary>
    Insured,

    /// <summary>Draws a pension (享受养老保险待遇).</summary>
    Pension,

    /// <summary>Draws unemployment benefit (领取失业保险待遇).</summary>
    Benefit,
}

/// <summary>Some days of a person of which others know (部门数据时段).</summary>
/// <param name="Kind">What.</param>
/// <param name="Begins">First day.</param>
/// <param name="Ends">Last day; null: it lasts.</param>
/// <param name="EmployerCode">统一社会信用代码, of bodies; may be empty.</param>
public readonly record struct KnownSpell(SpellKind Kind, DateOnly Begins, DateOnly? Ends, string EmployerCode = "")
{
    /// <summary>Whether it lasts on a day.</summary>
    public bool Covers(DateOnly day) => Begins <= day && !(Ends < day);
}

/// <summary>What was found of one record (核实标记); null: nothing.</summary>
/// <param name="Doubtful">存疑.</param>
/// <param name="HandlingError">业务经办错误.</param>
/// <param name="RuralPostOrWorkshop">乡村公益性岗位、扶贫车间及企业.</param>
/// <param name="TransferOrRenewal">单位调转、续签合同.</param>
/// <param name="Covered">The doubts that a verification looked at (已核实的疑点); null: it did not say, so all.</param>
public sealed record RecordMarks(
    bool? Doubtful, bool? HandlingError, bool? RuralPostOrWorkshop, bool? TransferOrRenewal, IReadOnlyCollection<DoubtKind>? Covered = null);

/// <summary>All that is known of one person (就业失业经历). Pure, and the same whatever the order in which it became known.</summary>
/// <param name="Employments">就业登记.</param>
/// <param name="Registrations">失业登记.</param>
/// <param name="Spells">部门数据.</param>
/// <param name="Marks">Of employments, by id.</param>
public sealed record PersonHistory(
    IReadOnlyList<KnownEmployment> Employments,
    IReadOnlyList<KnownRegistration> Registrations,
    IReadOnlyList<KnownSpell> Spells,
    IReadOnlyDictionary<Guid, RecordMarks> Marks)
{
    private const int WorkingAge = 16;
    private const int ProvinceDigits = 2;

    /// <summary>The facts of 95号 附件四 of one employment (就业记录的事实). What no source tells of is taken as not having been (docs/decisions/0080).</summary>
    /// <param name="one">Of this person.</param>
    /// <param name="person">The person's key.</param>
    /// <param name="days">The report period of its first day of work.</param>
    /// <param name="yearEnd">Last day of the year of figures before (上年度报告期末).</param>
    /// <param name="leftInPeriod">Registered and left within one period.</param>
    public EmploymentRecord RecordOf(KnownEmployment one, string person, DateRange days, DateOnly yearEnd, bool leftInPeriod)
    {
        var works = Works(one);
        var before = Latest(works.Where(work => work.Begins < one.EmployedOn));
        var isRegistered = IsRegistered(one, before);
        var marks = Marks.GetValueOrDefault(one.Id);
        var formerUnit = Latest(works.Where(work => work.Kind == SpellKind.Unit && work.Begins <= yearEnd));
        var businesses = works.Where(work => work.Kind == SpellKind.IndividualBusiness && work.Begins <= yearEnd).ToList();
        var unemployed = isRegistered || IsBroken(one, before);
        return new()
        {
            Id = one.Id.ToString(),
            Person = person,
            EmployedOn = one.EmployedOn,
            Urban = one.Urban,
            Form = Fact.From(one.Form),
            Employer = one.EmployerCode,
            PlaceProvince = one.Division[..ProvinceDigits],
            RuralPostOrWorkshop = marks?.RuralPostOrWorkshop ?? (one.Form == EmploymentForm.WelfarePost && !one.Urban),
            ReceivesPension = Spells.Any(spell => spell.Kind == SpellKind.Pension && spell.Begins <= days.To && !(spell.Ends < days.From)),
            DrawingBenefit = Spells.Any(spell => spell.Kind == SpellKind.Benefit && spell.Begins <= days.From && !(spell.Ends < days.To)),
            AgeOk = one.EmployedOn.Year - one.BirthYear >= WorkingAge,
            EmployedAtYearEnd = works.Exists(work => work.Begins <= yearEnd && !(work.Ends <= yearEnd)),
            UnemployedBefore = unemployed,
            SpellRegistered = unemployed ? isRegistered : default(Fact<bool>),
            SameEmployer = one.EmployerCode.Length > 0 && Spells.Any(spell => spell.Kind == SpellKind.Insured && spell.EmployerCode == one.EmployerCode
                && spell.Begins <= yearEnd && !(spell.Ends < one.EmployedOn)),
            LeftInPeriod = leftInPeriod,
            Doubtful = marks?.Doubtful ?? false,
            PriorBusiness = businesses.Count > 0,
            PriorBusinessDeregistered = businesses.Count > 0 && businesses.TrueForAll(work => work.Ends < one.EmployedOn) ? true : default(Fact<bool>),
            PriorWelfarePost = works.Exists(work => work.Kind == SpellKind.WelfarePost && work.Begins <= yearEnd),
            PriorFlexible = works.Exists(work => work.Kind == SpellKind.Flexible && work.Begins <= yearEnd),
            PriorUnit = formerUnit is not null ? true : default(Fact<bool>),
            EmployerChanged = formerUnit is { EmployerCode.Length: > 0 } unit && one.EmployerCode.Length > 0 ? unit.EmployerCode != one.EmployerCode : default(Fact<bool>),
            TransferOrRenewal = marks?.TransferOrRenewal ?? (IsTransfer(one, before, isRegistered) ? true : default(Fact<bool>)),
            HandlingError = marks?.HandlingError ?? default(Fact<bool>),
        };
    }

    // Everything else that is known of work, whoever knows it.
    private List<KnownSpell> Works(KnownEmployment one) =>
    [
        .. Employments.Where(other => other.Id != one.Id && other.Form is not null)
            .Select(other => new KnownSpell((SpellKind)(int)other.Form!.Value, other.EmployedOn, other.EndedOn, other.EmployerCode)),
        .. Spells.Where(spell => spell.Kind <= SpellKind.Flexible),
    ];

    private static KnownSpell? Latest(IEnumerable<KnownSpell> works) => works
        .OrderBy(work => work.Begins).ThenBy(work => work.Ends ?? DateOnly.MaxValue).ThenBy(work => work.Kind).ThenBy(work => work.EmployerCode, StringComparer.Ordinal)
        .Cast<KnownSpell?>().LastOrDefault();

    // 95号 附件四(一)5  就业记录→失业记录→就业记录…在失业记录状态下作就业登记的，且失业之前存在就业记录的
    private bool IsRegistered(KnownEmployment one, KnownSpell? before)
    {
        var workedBefore = before is not null || one.IsReemployment;
        var isLive = Registrations.Any(registration => registration.RegisteredOn <= one.EmployedOn && !(registration.CancelledOn < one.EmployedOn)
            && (before is not { } work || registration.RegisteredOn >= work.Begins));
        return workedBefore && (isLive || one.WasUnemployed);
    }

    // 95号 附件四(一)1  有就业和失业状态转换记录，如…断缴社会保险: an end on record counts too where days lie between.
    private bool IsBroken(KnownEmployment one, KnownSpell? before)
    {
        var dayBefore = one.EmployedOn.AddDays(-1);
        var insured = Latest(Spells.Where(spell => spell.Kind == SpellKind.Insured && spell.Begins < one.EmployedOn));
        return before?.Ends < dayBefore || (insured?.Ends < dayBefore && !Spells.Any(spell => spell.Kind == SpellKind.Insured && spell.Covers(dayBefore)));
    }

    // 95号 附件四(二)1  单位调转、续签合同人员，含不同单位间调转不断保的: only what is on record, an employment without an end tells nothing of another employer.
    private bool IsTransfer(KnownEmployment one, KnownSpell? before, bool isRegistered)
    {
        if (one.Form != EmploymentForm.Unit || isRegistered || before is not { Kind: SpellKind.Unit } work)
        {
            return false;
        }

        var dayBefore = one.EmployedOn.AddDays(-1);
        var isRenewal = work.EmployerCode.Length > 0 && work.EmployerCode == one.EmployerCode && work.Covers(dayBefore);
        return isRenewal || (work.Ends is not null && work.Covers(dayBefore))
            || Spells.Any(spell => spell.Kind == SpellKind.Insured && spell.Ends is not null && spell.Covers(dayBefore) && spell.EmployerCode != one.EmployerCode);
    }
}
