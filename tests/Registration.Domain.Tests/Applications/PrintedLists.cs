namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>The ministry's field lists as printed, a row a line: code, name (?: need not be filled), type and length, Y: coded.</summary>
internal static class PrintedLists
{
    /// <summary>鲁人社字〔2020〕39号 附件5 四(一).</summary>
    public const string Application = """
        ADC201 失业登记申请编号 C36
        AAB301 登记失业地行政区划代码 C6 Y
        AAE127 申请日期 N8
        AAC003 姓名 C50
        AAC004 性别 C1 Y
        AAC005 民族 C2 Y
        AAC024 政治面貌? C2 Y
        AAC011 学历 C2 Y
        AAC033 健康状况 C1 Y
        ALA040 伤残等级? C2 Y
        AJC090 失业时间 N8
        AAC002 社会保障号码? C18
        AAC058 证件类型 C2 Y
        AAC044 证件号码 C22
        AAB299 户籍地行政区划代码 C6 Y
        AAC010 户籍地详细地址 -150
        AAF016 常住地行政区划代码 C6 Y
        AAC046 常住地详细地址 C150
        ACA111 职业（工种）资格名称1? C7 Y
        AAC015 职业资格等级（技能人员等级）1? C1 Y
        ACA200 职业（工种）资格名称2? C7 Y
        ACA202 职业资格等级（技能人员等级）2? C1 Y
        ACA201 职业（工种）资格名称3? C7 Y
        ACA203 职业资格等级（技能人员等级）3? C1 Y
        AAC200 专业技术职务1? C3 Y
        AAC014 专业技术职务级别1? C3 Y
        ACA204 专业技术职务2? C3 Y
        ACA206 专业技术职务级别2? C3 Y
        ACA205 专业技术职务3? C3 Y
        ACA207 专业技术职务级别3? C3 Y
        AAC067 手机号码 C11
        AAE005 固定电话? C20
        AAE159 电子邮箱? C50
        AAE461 其他联系方式? C50
        ADC221 登记失业地类型 C1 Y
        AJC093 失业登记原因 C2 Y
        ADC220 其他失业原因? C200
        ACA112 求职意向? C200
        AAE815 其他需说明的事项? C200
        ADC222 是否申领失业保险金 C1 Y
        """;

    /// <summary>鲁人社字〔2020〕39号 附件5 四(二).</summary>
    public const string ReviewResult = """
        AAZ341 系统流水号 C18
        AAB301 失业登记地行政区划代码 C6 Y
        ADC201 失业登记申请编号? C36
        AAE127 申请日期 N8
        AAC003 姓名 C50
        AAC004 性别 C1 Y
        AAC005 民族 C2 Y
        AAC024 政治面貌? C2 Y
        AAC011 学历 C2 Y
        AAC033 健康状况 C1 Y
        ALA040 伤残等级? C2 Y
        AJC090 失业时间 N8
        AAC002 社会保障号码? C18
        AAC058 证件类型 C2 Y
        AAC044 证件号码 C22
        AAB299 户籍地行政区划代码 C6 Y
        AAC010 户籍地详细地址 -100
        AAF016 常住地行政区划代码 C6 Y
        AAC046 常住地详细地址 C100
        ACA111 职业（工种）资格名称1? C7 Y
        AAC015 职业资格等级（技能人员等级）1? C1 Y
        ACA200 职业（工种）资格名称2? C7 Y
        ACA202 职业资格等级（技能人员等级）2? C1 Y
        ACA201 职业（工种）资格名称3? C7 Y
        ACA203 职业资格等级（技能人员等级）3? C1 Y
        AAC200 专业技术职务1? C3 Y
        AAC014 专业技术职务级别1? C3 Y
        ACA204 专业技术职务2? C3 Y
        ACA206 专业技术职务级别2? C3 Y
        ACA205 专业技术职务3? C3 Y
        ACA207 专业技术职务级别3? C3 Y
        AAC067 手机号码 C11
        AAE005 固定电话? C40
        AAE159 电子邮箱? C50
        AAE461 其他联系方式? C50
        ADC221 登记失业地类型 C1 Y
        AJC093 失业登记原因 C2 Y
        ADC220 其他失业原因? C200
        ACA112 求职意向? C200
        AAE815 其他需说明的事项? C200
        ADC222 是否申领失业保险金 C1 Y
        AAE540 审核结果 C1 Y
        AAE360 审核不通过原因? C100
        AAE011 经办人 C20
        AAE036 经办日期 D
        AAE013 备注? C100
        """;

    /// <summary>人社厅发〔2020〕79号 附件 二(一).</summary>
    public const string Deregistration = """
        AAB301 失业登记注销地行政区划代码 C6 Y
        AAZ341 系统流水号 C18
        AAC003 姓名 C50
        AAC002 社会保障号码 C18
        AAC058 证件类型 C2 Y
        AAC044 证件号码 C22
        ADC210 注销失业登记时间 D8
        AJC00A 注销失业登记原因 C2 Y
        AAE011 经办人 C20
        AAE036 经办日期 D
        AAE013 备注? C100
        """;
}
