using Wenye.Policy;
using static Wenye.Registration.Domain.Applications.Checks;
using static Wenye.Registration.Domain.Applications.FieldFormat;
using static Wenye.Registration.Domain.Applications.Presence;

namespace Wenye.Registration.Domain.Applications;

/// <summary>The ministry's field lists (数据指标要求), as printed: code, name, presence, type with length and code table, further rules.</summary>
public static class FieldRules
{
    private static readonly FieldRule Name = new("AAC003", "姓名", Required, C(50), HasNoSpace);
    private static readonly FieldRule SocialSecurity = new("AAC002", "社会保障号码", Optional, C(18), SocialSecurityNumber.IsWellFormed, SocialSecurityNumber.AgreesWithSex);
    private static readonly FieldRule DocumentType = new("AAC058", "证件类型", Required, Code(2, "AAC058"));
    private static readonly FieldRule DocumentNumber = new("AAC044", "证件号码", Required, C(22));
    private static readonly FieldRule SerialNumber = new("AAZ341", "系统流水号", Required, C(18));
    private static readonly FieldRule RejectionReason = new("AAE360", "审核不通过原因", RequiredWhenRejected, C(100));
    private static readonly FieldRule Operator = new("AAE011", "经办人", Required, C(20), HasNoSpace);
    private static readonly FieldRule HandledOn = new("AAE036", "经办日期", Required, D(), IsDay, IsNotAfterToday);
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
            .. Applied(new("AJC090", "失业时间", Required, N(8), IsDay, IsNotAfterToday), address: 150, landline: 20),
        ]);

    /// <summary>The same for an application made here (本地办理的失业登记申请), which the ministry's platform has not numbered.</summary>
    /// <remarks>39号 附件5 二(一): 本地办理的失业登记申请，以行政区划代码、本地系统流水号为唯一标识.</remarks>
    public static FieldTable LocalApplication { get; } = new(
        new Clause("鲁人社字〔2020〕39号", "附件5 二(一)"), Application.Name, dayField: "AAE127",
        [
            new("ADC201", "失业登记申请编号", Optional, C(36), IsOfTheMinistrysPlatform),
            .. Application.Rows.Skip(1),
        ]);

    /// <summary>The review result (失业登记申请审核结果信息), 39号 附件5 四(二): 46 fields.</summary>
    /// <remarks>Rows 4 to 41 are the application's; only the day of unemployment, the addresses and the landline differ.</remarks>
    public static FieldTable ReviewResult { get; } = new(
        new Clause("鲁人社字〔2020〕39号", "附件5 四(二)"), "失业登记申请审核结果信息", dayField: "AAE127",
        [
            SerialNumber,
            new("AAB301", "失业登记地行政区划代码", Required, Code(6, "AAB301")),
            new("ADC201", "失业登记申请编号", Optional, C(36)),
            .. Applied(new("AJC090", "失业时间", Required, N(8), IsMonth, IsMonthNotAfterToday), address: 100, landline: 40),
            new("AAE540", "审核结果", Required, Code(1, "AAE540")),
            RejectionReason,
            Operator,
            HandledOn,
            Remarks,
        ]);

    /// <summary>The exit from the register (失业登记退出信息), 人社厅发〔2020〕79号 附件 二(一): 11 fields.</summary>
    public static FieldTable Deregistration { get; } = new(
        new Clause("人社厅发〔2020〕79号", "附件 二(一)"), "失业登记退出信息", dayField: "ADC210",
        [
            new("AAB301", "失业登记注销地行政区划代码", Required, Code(6, "AAB301")),
            SerialNumber,
            Name,
            SocialSecurity with { Presence = Required },
            DocumentType,
            DocumentNumber,
            new("ADC210", "注销失业登记时间", Required, D(8), IsDay, IsNotAfterToday),
            new("AJC00A", "注销失业登记原因", Required, Code(2, "AJC00A")),
            Operator,
            HandledOn,
            Remarks,
        ]);

    /// <summary>What a rejection must say (审核不通过): row 43 of the result.</summary>
    public static FieldTable Rejection { get; } = new(
        ReviewResult.Source, "审核不通过", dayField: null, [RejectionReason with { Presence = Required }]);

    /// <summary>What the applicant states (申请信息): rows 3 to 40 of the application, 4 to 41 of the result.</summary>
    private static FieldRule[] Applied(FieldRule unemployedSince, int address, int landline) =>
    [
        new("AAE127", "申请日期", Required, N(8), IsDay, IsNotAfterToday),
        Name,
        new("AAC004", "性别", Required, Code(1, "AAC004")),
        new("AAC005", "民族", Required, Code(2, "AAC005")),
        new("AAC024", "政治面貌", Optional, Code(2, "AAC024")),
        new("AAC011", "学历", Required, Code(2, "AAC011")),
        new("AAC033", "健康状况", Required, Code(1, "AAC033")),
        new("ALA040", "伤残等级", RequiredWhenDisabled, Code(2, "ALA040")),
        unemployedSince,
        SocialSecurity,
        DocumentType,
        DocumentNumber,
        new("AAB299", "户籍地行政区划代码", Required, Code(6, "AAB301")),
        new("AAC010", "户籍地详细地址", Required, C(address)),
        new("AAF016", "常住地行政区划代码", Required, Code(6, "AAB301")),
        new("AAC046", "常住地详细地址", Required, C(address)),
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
        new("AAE005", "固定电话", Optional, C(landline), IsLandline),
        new("AAE159", "电子邮箱", Optional, C(50)),
        new("AAE461", "其他联系方式", Optional, C(50)),
        new("ADC221", "登记失业地类型", Required, Code(1, "ADC221")),
        new("AJC093", "失业登记原因", Required, Code(2, "AJC093")),
        new("ADC220", "其他失业原因", Optional, C(200), OnlyForOtherReason),
        new("ACA112", "求职意向", Optional, C(200), HasAtMostThreeIntentions),
        new("AAE815", "其他需说明的事项", Optional, C(200)),
        new("ADC222", "是否申领失业保险金", Required, Code(1, "ADC222")),
    ];
}
