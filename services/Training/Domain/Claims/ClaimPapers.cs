namespace Wenye.Training.Domain.Claims;

/// <summary>What is claimed with the papers of an annex (申领的补贴), 55号 附件1、附件2.</summary>
public enum ClaimedSubsidy
{
    /// <summary>职业培训补贴.</summary>
    Training = 1,

    /// <summary>职业技能鉴定补贴.</summary>
    Appraisal,
}

/// <summary>Who claims (申领方式), 55号 第十二条.</summary>
public enum Claimant
{
    /// <summary>个人申领.</summary>
    Person = 1,

    /// <summary>培训机构代领.</summary>
    Institution,

    /// <summary>企业申请.</summary>
    Firm,
}

/// <summary>A paper that the annexes list (申请材料).</summary>
public enum ClaimPaper
{
    /// <summary>居民身份证, or what 备注1 lets stand for it (社会保障卡、港澳台居民居住证、来往通行证).</summary>
    IdentityPaper = 1,

    /// <summary>群体身份材料.</summary>
    GroupPaper,

    /// <summary>证书.</summary>
    CertificatePaper,

    /// <summary>代领补贴协议书.</summary>
    AgencyAgreement,

    /// <summary>税务发票或行政事业性收费票据, electronic or on paper.</summary>
    Invoice,

    /// <summary>补贴申领表.</summary>
    ApplicationForm,
}

/// <summary>How a paper is at hand (材料现状).</summary>
public enum PaperForm
{
    /// <summary>扫描上传, electronic invoices included.</summary>
    Uploaded = 1,

    /// <summary>网上填报, not checked yet.</summary>
    FilledIn,

    /// <summary>系统校验.</summary>
    SystemChecked,
}

/// <summary>How the annex wants a paper (方式).</summary>
public enum PaperManner
{
    /// <summary>扫描上传.</summary>
    Upload = 1,

    /// <summary>网上填报，系统校验: the claimant fills in, the platform checks.</summary>
    FillInAndCheck,

    /// <summary>系统校验或扫描上传.</summary>
    CheckOrUpload,

    /// <summary>提供电子发票或纸制发票.</summary>
    Invoice,

    /// <summary>网上填报.</summary>
    FillIn,

    /// <summary>网上填报，扫描上传.</summary>
    FillInAndUpload,
}
