using Wenye.Policy;
using static Wenye.Registration.Domain.Applications.Checks;
using static Wenye.Registration.Domain.Applications.FieldFormat;
using static Wenye.Registration.Domain.Applications.Presence;

namespace Wenye.Registration.Domain.Applications;

/// <summary>The ministry's field lists (数据指标要求), as printed: code, name, presence, type with length and code table, further rules.</summary>
public static class FieldRules
{
    private static readonly FieldRule Operator = new("AAE011", "经办人", Required, C(20), HasNoSpace);
    private static readonly FieldRule Remarks = new("AAE013", "备注", Optional, C(100));

    /// <summary>The unemployment application (失业登记申请信息), 鲁人社字〔2020〕39号 附件5 四(一): 40 fields.</summary>
    /// <remarks>
    /// Readings (docs/decisions/0013-application-rules.md): AAC200, ACA204, ACA205 are titles and AAC014, ACA206, ACA207
    /// levels; the rules for resident ids bind AAC002 only, as printed, not AAC044.
    /// </remarks>
    public static FieldTable Application { get; } = new(
        new Clause("鲁人社字〔2020〕39号", "附件5 四(一)"), "失业登记申请信息", dayField: "AAE127",
        [
            new("ADC201", "失业登记申请编号", Required, C(36)),
            new("AAB301", "登记失业地行政区划代码", Required, Code(6, "AAB301")),
            new("AAE127", "申请日期", Required, N(8), IsDay, IsNotAfterToday),
            new("AAC003", "姓名", Required, C(50), HasNoSpace),
            new("AAC004", "性别", Required, Code(1, "AAC004")),
            new("AAC005", "民族", Required, Code(2, "AAC005")),
            new("AAC024", "政治面貌", Optional, Code(2, "AAC024")),
            new("AAC011", "学历", Required, Code(2, "AAC011")),
            new("AAC033", "健康状况", Required, Code(1, "AAC033")),
            new("ALA040", "伤残等级", RequiredWhenDisabled, Code(2, "ALA040")),
            new("AJC090", "失业时间", Required, N(8), IsDay, IsNotAfterToday),
            new("AAC002", "社会保障号码", Optional, C(18), SocialSecurityNumber.IsWellFormed, SocialSecurityNumber.AgreesWithSex),
            new("AAC058", "证件类型", Required, Code(2, "AAC058")),
            new("AAC044", "证件号码", Required, C(22)),
            new("AAB299", "户籍地行政区划代码", Required, Code(6, "AAB301")),
            new("AAC010", "户籍地详细地址", Required, C(150)),
            new("AAF016", "常住地行政区划代码", Required, Code(6, "AAB301")),
            new("AAC046", "常住地详细地址", Required, C(150)),
            new("ACA111", "职业（工种）资格名称1", Optional, Code(7, "ACA111")),
            new("AAC015", "职业资格等级（技能人员等级）1", Optional, Code(1, "AAC015")),
            new("ACA200", "职业（工种）资格名称2", Optional, Code(7, "ACA111")),
            new("ACA202", "职业资格等级（技能人员等级）2", Optional, Code(1, "AAC015")),
            new("ACA201", "职业（工种）资格名称3", Optional, Code(7, "ACA111")),
            new("ACA203", "职业资格等级（技能人员等级）3", Optional, Code(1, "AAC015")),
            new("AAC200", "专业技术职务1", Optional, Code(3, "AAC200")),
            new("AAC014", "专业技术职务级别1", Optional, Code(3, "AAC014")),
            new("ACA204", "专业技术职务2", Optional, Code(3, "AAC200")),
            new("ACA206", "专业技术职务级别2", Optional, Code(3, "AAC014")),
            new("ACA205", "专业技术职务3", Optional, Code(3, "AAC200")),
            new("ACA207", "专业技术职务级别3", Optional, Code(3, "AAC014")),
            new("AAC067", "手机号码", Required, C(11), IsMobileNumber),
            new("AAE005", "固定电话", Optional, C(20), IsLandline),
            new("AAE159", "电子邮箱", Optional, C(50)),
            new("AAE461", "其他联系方式", Optional, C(50)),
            new("ADC221", "登记失业地类型", Required, Code(1, "ADC221")),
            new("AJC093", "失业登记原因", Required, Code(2, "AJC093")),
            new("ADC220", "其他失业原因", Optional, C(200), OnlyForOtherReason),
            new("ACA112", "求职意向", Optional, C(200), HasAtMostThreeIntentions),
            new("AAE815", "其他需说明的事项", Optional, C(200)),
            new("ADC222", "是否申领失业保险金", Required, Code(1, "ADC222")),
        ]);

    /// <summary>Who handles a step (经办信息): the rows of the result list (44, 46) and the exit list (9, 11) that ask for it.</summary>
    public static FieldTable Handling { get; } = new(
        new Clause("鲁人社字〔2020〕39号", "附件5 四(二)"), "经办信息", dayField: null, [Operator, Remarks]);

    /// <summary>The same where nobody need be named (经办人选填).</summary>
    public static FieldTable HandlingIfNamed { get; } = new(
        Handling.Source, Handling.Name, dayField: null, [Operator with { Presence = Optional }, Remarks]);
}
