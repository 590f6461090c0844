using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Claims;

/// <summary>What the annexes of 55号 ask of a claim (附件1、附件2 材料目录).</summary>
internal static class AnnexPapers
{
    /// <summary>The papers and how each is wanted, in the order of the annex.</summary>
    public static IEnumerable<(ClaimPaper Paper, PaperManner Manner)> Of(ClaimedSubsidy subsidy, Claimant claimant, SubsidyTrainee? trainee, CertificateKind certificate)
    {
        // 附件1、2  1.居民身份证  扫描上传
        yield return (ClaimPaper.IdentityPaper, PaperManner.Upload);

        // 附件1  2.群体身份材料
        if (subsidy == ClaimedSubsidy.Training && trainee is { } group)
        {
            yield return (ClaimPaper.GroupPaper, OfGroup(claimant, group));
        }

        // 附件1  3.证书；附件2  2.证书
        yield return (ClaimPaper.CertificatePaper, OfCertificate(certificate));

        // 附件1  代领职业培训补贴协议书；附件2  代领职业技能鉴定补贴协议书  扫描上传
        if (claimant == Claimant.Institution)
        {
            yield return (ClaimPaper.AgencyAgreement, PaperManner.Upload);
        }

        // 附件1（机构、企业）、附件2  税务发票或行政事业性收费票据  提供电子发票或纸制发票（行政事业性收费票据）
        if (subsidy == ClaimedSubsidy.Appraisal || claimant != Claimant.Person)
        {
            yield return (ClaimPaper.Invoice, PaperManner.Invoice);
        }

        // 附件1、2  申领表  个人网上填报；机构、企业网上填报，扫描上传
        yield return (ClaimPaper.ApplicationForm, claimant == Claimant.Person ? PaperManner.FillIn : PaperManner.FillInAndUpload);
    }

    /// <summary>Whether a paper at hand is what is wanted (是否齐备).</summary>
    /// <remarks>55号 第十三条  对可通过信息共享、业务协同、联网核查获得的信息不需要重复提供: what the system has checked need not be uploaded.</remarks>
    public static bool Suffices(PaperManner manner, PaperForm form) => manner switch
    {
        PaperManner.FillInAndCheck => form == PaperForm.SystemChecked,
        PaperManner.FillIn => true,
        _ => form is PaperForm.Uploaded or PaperForm.SystemChecked,
    };

    // 附件1  学生证、毕业证、残疾人证、退役军人证（机构：企业在职职工劳动合同书）扫描上传；个人身份信息、低保、建档立卡、就业失业登记、社保信息  网上填报，系统校验；
    // 企业  劳动合同书  系统校验或扫描上传. 重点群体 has both kinds: what shows the person's is accepted either way.
    private static PaperManner OfGroup(Claimant claimant, SubsidyTrainee trainee) => trainee switch
    {
        SubsidyTrainee.CollegeStudent or SubsidyTrainee.Graduate2y => PaperManner.Upload,
        SubsidyTrainee.Employee => claimant == Claimant.Firm ? PaperManner.CheckOrUpload : PaperManner.Upload,
        SubsidyTrainee.KeyGroup => PaperManner.CheckOrUpload,
        _ => PaperManner.FillInAndCheck,
    };

    // 附件1  职业资格证书、职业技能等级证书、专项职业能力证书  网上填报，系统校验；特种作业操作证、特种设备作业人员证、培训合格证书  扫描上传
    private static PaperManner OfCertificate(CertificateKind certificate) =>
        certificate is CertificateKind.Qualification or CertificateKind.SkillLevel or CertificateKind.SpecialAbility ? PaperManner.FillInAndCheck : PaperManner.Upload;
}
