using Wenye.Policy;
using Wenye.Registration.Domain.Applications;
using static Wenye.Registration.Domain.Applications.Checks;
using static Wenye.Registration.Domain.Applications.FieldFormat;
using static Wenye.Registration.Domain.Applications.Presence;
using static Wenye.Registration.Domain.Employments.EmploymentChecks;

namespace Wenye.Registration.Domain.Employments;

/// <summary>What is registered of an employment (就业登记实名信息), 鲁人社字〔2020〕95号 附件三(三)3, in the form of the ministry's lists.</summary>
/// <remarks>
/// The annex names the fields and prints neither codes nor lengths: fields of the ministry's lists keep their rows, the
/// others go by the contract's names (docs/decisions/0036-employment-registration.md).
/// </remarks>
public static class EmploymentFields
{
    /// <summary>Name of the table of industries (国民经济行业分类) in the code tables.</summary>
    public const string IndustryTable = "GBT4754";

    // 一是基本信息，包括姓名、性别、身份证号、联系方式等字段。
    // 二是就业信息，包括就业地、就业类型（初次就业/失业再就业）、就业方式（单位就业/个体工商户/公益性岗位安置/灵活就业）、
    // 就业时间（就业登记/参加社会保险/劳动用工备案/工商登记注册/签订公益性岗位协议时间）、就业单位（灵活就业为从事工作内容）、
    // 单位统一社会信用代码、单位具体地址、从事产业类型（一/二/三次产业）、登记失业人员（是/否）、就业困难人员（是/否）等字段。
    /// <summary>The fields of a registration (就业登记). Whether the person was unemployed or in hardship is known here and not asked.</summary>
    public static FieldTable Registration { get; } = new(
        new Clause("鲁人社字〔2020〕95号", "附件三(三)3"), "就业登记信息", dayField: null,
        [
            AsApplied("AAC003"),
            AsApplied("AAC004"),
            AsApplied("AAC058"),
            AsApplied("AAC044"),
            AsApplied("AAC002"),
            AsApplied("AAC067"),
            new("birth_date", "出生日期", Optional, N(8), IsDay, IsNotAfterToday),
            new("workplace_division", "就业地", Required, Code(6, "AAB301"), IsCounty),
            new("urban", "就业地是否在城镇区域", Required, C(5)),
            new("type", "就业类型", Required, C(20), IsOneOf("first", "re_employment")),
            new("manner", "就业方式", Required, C(20), IsOneOf(UnitWork, IndividualBusiness, WelfarePost, Flexible)),
            new("employed_on", "就业时间", Required, N(8), IsDay, IsNotAfterToday),
            new("basis", "就业时间依据", Required, C(30), IsOneOf(
                "employment_registration", "social_insurance", "labour_filing", "business_registration", "welfare_post_agreement")),
            new("employer_name", "就业单位（灵活就业为从事工作内容）", Required, C(100)),
            new("employer_code", "单位统一社会信用代码", RequiredOfUnits, C(18), NotOfFlexibleWork, IsSocialCreditCode),
            new("employer_address", "单位具体地址", RequiredOfEmployers, C(150)),
            new("sector", "从事产业类型", Required, C(10), IsOneOf("primary", "secondary", "tertiary")),
            new("industry", "国民经济行业", Optional, Code(4, IndustryTable)),
            new("income_reaches_minimum", "月收入不低于当地最低生活保障标准", Optional, C(5), OnlyOfFlexibleWork),
        ]);

    /// <summary>What the end of an employment says (终止就业登记): why the person is out of work, by the codes of the application.</summary>
    public static FieldTable End { get; } = new(
        FieldRules.Application.Source, "终止就业登记信息", dayField: null,
        [
            new("ended_on", "终止就业日期", Required, N(8), IsDay, IsNotAfterToday),
            AsApplied("AJC093") with { Presence = Optional },
        ]);

    private static FieldRule AsApplied(string code) => FieldRules.Application.Rows.Single(row => row.Code == code);
}
