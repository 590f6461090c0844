namespace Wenye.Loans.Domain.Procedure;

/// <summary>A paper that an application needs (申请材料), 27号 附件1一(二)、二(二), 25号 一(一).</summary>
public enum LoanPaper
{
    /// <summary>居民身份证，of a firm its legal representative's.</summary>
    IdentityCard = 1,

    /// <summary>《自主择业军转干部证》《转业证》或《退伍证》.</summary>
    ServiceCertificate,

    /// <summary>《释放证明书》《假释证明书》或《刑满释放通知书》.</summary>
    ReleaseCertificate,

    /// <summary>《毕业证》或《学生证》.</summary>
    DiplomaOrStudentCard,

    /// <summary>户口本.</summary>
    HouseholdRegister,

    /// <summary>网络平台实名注册截图.</summary>
    PlatformScreenshot,

    /// <summary>扶贫部门出具的精准识别卡.</summary>
    PovertyCard,

    /// <summary>职称证书.</summary>
    TitleCertificate,

    /// <summary>所在单位的意见.</summary>
    EmployerOpinion,

    /// <summary>营业执照，注册登记经营范围为批发零售、住宿餐饮、物流运输、文化旅游.</summary>
    BusinessLicence,

    /// <summary>《巡游出租汽车驾驶员证》或《网络预约出租汽车驾驶员证》.</summary>
    DriverLicence,

    /// <summary>购车发票.</summary>
    CarInvoice,

    /// <summary>出租汽车车辆经营权证明.</summary>
    OperatingRight,

    /// <summary>《网络预约出租汽车运输证》.</summary>
    TransportCertificate,

    /// <summary>服务平台的相关证明.</summary>
    PlatformProof,

    /// <summary>企业职工花名册.</summary>
    StaffRoster,

    /// <summary>企业财务报表.</summary>
    FinancialStatements,
}

/// <summary>How a paper is at hand (材料方式).</summary>
public enum PaperForm
{
    /// <summary>网上上传.</summary>
    Uploaded = 1,

    /// <summary>The office saw it (现场核验).</summary>
    Seen,

    /// <summary>A register confirmed it: nobody need hand it in (系统核验).</summary>
    SystemChecked,

    /// <summary>告知承诺, 27号 第十四条.</summary>
    Committed,
}

/// <summary>Whose papers (材料主体).</summary>
public enum PaperSubject
{
    /// <summary>A person who borrows, alone or as a partner (个人借款人、合伙人).</summary>
    Person = 1,

    /// <summary>小微企业.</summary>
    Firm,

    /// <summary>Someone the firm took on (新招用的符合条件人员).</summary>
    Hire,
}
