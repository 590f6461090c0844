using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Features.Classes;

/// <summary>How a trainee shows what they are (群体身份材料的方式), as 鲁人社字〔2020〕55号 附件1 lists: a paper uploaded, a system that checks, or either.</summary>
/// <remarks>
/// The annex lists what an application for the subsidy needs. So a roster may leave evidence open (nothing at hand, or stated and
/// not confirmed yet): the claim asks for it. What contradicts the annex is a fault at once. Readings: docs/decisions/0051.
/// </remarks>
internal static class GroupEvidences
{
    // 附件1  就业失业登记信息: 网上填报，系统校验. Registration keeps that register: it is asked, whatever the roster says.
    private static readonly EvidenceRule Asked = new([], "就业失业登记信息，由系统向失业登记系统核验");

    // 附件1  低保人员信息、建档立卡贫困劳动力信息、个人身份信息、社保信息: 网上填报，系统校验
    private static EvidenceRule Checked(string what) => new([GroupEvidence.SystemChecked], $"{what}，由系统校验，不需上传");

    // 附件1  学生证、毕业证、残疾人证、退役军人证: 扫描上传; 第十三条  联网核查获得的信息不需要重复提供
    private static EvidenceRule Uploaded(string what) => new([GroupEvidence.Uploaded, GroupEvidence.SystemChecked], $"{what}，应扫描上传");

    private static readonly Dictionary<TraineeGroup, EvidenceRule> Rules = new()
    {
        // 机构代领: 企业在职职工劳动合同书，扫描上传; 企业申请: 劳动合同书，系统校验或扫描上传
        [TraineeGroup.Employee] = new([GroupEvidence.Uploaded, GroupEvidence.SystemChecked], "劳动合同书，系统校验或扫描上传"),
        [TraineeGroup.RegisteredPoor] = Checked("建档立卡贫困劳动力信息"),
        [TraineeGroup.PoorFamilyChild] = Checked("低保人员信息或建档立卡贫困劳动力信息"),
        [TraineeGroup.SchoolLeaver] = Uploaded("毕业证"),
        [TraineeGroup.MigrantWorker] = Checked("个人身份信息"),
        [TraineeGroup.LaidOff] = Checked("就业失业登记信息、社保信息"),
        [TraineeGroup.Veteran] = Uploaded("退役军人证"),
        [TraineeGroup.Disabled] = Uploaded("残疾人证"),
        [TraineeGroup.GraduateTwoYears] = Uploaded("毕业证"),
        [TraineeGroup.RegisteredUnemployed] = Asked,
        [TraineeGroup.WillingWorker] = Checked("个人身份信息、社保信息"),
        [TraineeGroup.CollegeStudent] = Uploaded("全日制高等院校在校学生学生证"),
        [TraineeGroup.Hardship] = Asked,

        // 第六条(二) names farmers; the annex lists no paper of theirs. 附件1 备注2 leaves further papers to cities.
        [TraineeGroup.Farmer] = new([GroupEvidence.Uploaded, GroupEvidence.SystemChecked], "由设区的市补充的群体身份材料"),
    };

    /// <summary>Which forms of evidence the annex takes of a group (应有材料); none: the platform asks Registration itself.</summary>
    /// <exception cref="KeyNotFoundException">No group of the contract.</exception>
    public static EvidenceRule Of(TraineeGroup group) => Rules[group];
}

/// <summary>The evidence of a group (群体身份材料).</summary>
/// <param name="Taken">Forms in which it is at hand.</param>
/// <param name="What">The paper or register, and how, in Chinese.</param>
internal sealed record EvidenceRule(IReadOnlyList<GroupEvidence> Taken, string What)
{
    /// <summary>Whether Registration is asked (系统核验), so that nothing need be shown.</summary>
    public bool IsAsked => Taken.Count == 0;

    /// <summary>Whether what a roster says does not contradict it (不相抵触): open, or in a form that is taken.</summary>
    public bool Allows(GroupEvidence evidence) => IsAsked || evidence is GroupEvidence.Unspecified or GroupEvidence.Stated || Taken.Contains(evidence);
}
