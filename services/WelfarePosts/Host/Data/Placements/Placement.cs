using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>Someone in a post (在岗人员): from contract to exit.</summary>
/// <remarks>What a monthly run needs of the post is copied here on the day of the contract: what was agreed then holds.</remarks>
public sealed class Placement
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid PostId { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Of the recruitment; null: brought over from before the platform (存量在岗).</summary>
    public Guid? CandidacyId { get; init; }

    /// <summary>As the post's, GB/T 2260 of a county.</summary>
    public required string Division { get; init; }

    public required PostKind Kind { get; init; }

    public required WorkingTime WorkingTime { get; init; }

    public required bool AddedForPoor { get; init; }

    public required HardshipGroup Group { get; init; }

    /// <summary>安置时为就业困难人员, as Registration said on the day; null: not established.</summary>
    public bool? InHardshipWhenPlaced { get; set; }

    public required ContractKind Contract { get; init; }

    /// <summary>First day of work under the contract (上岗日期).</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>初次核定享受补贴之日, from which the term is counted.</summary>
    public required DateOnly FirstApprovedOn { get; init; }

    /// <summary>The end agreed before 36号 (第二十六条); null: none.</summary>
    public DateOnly? AgreedUntil { get; init; }

    /// <summary>Last day of the term of subsidy, as welfare_posts.term gave it (补贴期限截止日); null: not decided yet.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>达到法定退休年龄之日; null: not established.</summary>
    public DateOnly? RetiresOn { get; set; }

    /// <summary>1, or 2 for a second placement (第十八条).</summary>
    public required int Ordinal { get; init; }

    /// <summary>初次就业, else 失业再就业, as Registration is told.</summary>
    public bool FirstEmployment { get; init; }

    /// <summary>Registration's key of the employment (就业登记); null: not registered yet.</summary>
    public Guid? EmploymentId { get; set; }

    /// <summary>How often Registration refused to register it: each attempt after a refusal is a request of its own.</summary>
    public int EmploymentRefusals { get; set; }

    /// <summary>When Registration was asked last to register or end the employment, or is to be (待办就业登记); null: it answered, or nothing is open.</summary>
    public DateTimeOffset? RegistrationAskedAt { get; set; }

    /// <summary>Whether Registration has ended the employment of who left (就业登记已终止).</summary>
    public bool EmploymentEnded { get; set; }

    /// <summary>Of who was taken over, as the file has it: chosen by the order (依据排序机制确定); null: not established.</summary>
    public bool? ChosenByOrder { get; set; }

    /// <summary>The same: made public without an objection (已公示).</summary>
    public bool? Publicised { get; set; }

    /// <summary>Of who is paid directly (乡村公益性岗位): account, encrypted at rest; null: the employer is paid, or not told.</summary>
    public string? BankAccount { get; set; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; set; }

    public required PlacementState State { get; set; }

    /// <summary>终止聘用之日, the last day in post; null: in post.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why; unspecified: in post.</summary>
    public ExitGround Ground { get; set; }

    /// <summary>Of a second placement: 备案文号 (第十八条); null: not filed yet.</summary>
    public string? FilingDocument { get; set; }

    public DateOnly? FiledOn { get; set; }

    /// <summary>The latest service plan before the end of the term (期满前服务计划), 第十七条; null: none.</summary>
    public DateOnly? PlannedOn { get; set; }

    /// <summary>Told of the end of the term last (期满告知); null: not told.</summary>
    public DateOnly? NoticedOn { get; set; }

    /// <summary>First day as contract staff of the employer (转为劳动合同制职工), 第十七条; null: did not become.</summary>
    public DateOnly? ConvertedOn { get; set; }

    /// <summary>The employer reported a leaver (减员报告), 第二十一条, on this day; null: nothing was reported.</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>The day it reported of.</summary>
    public DateOnly? ReportedFor { get; set; }

    /// <summary>The ground it reported; unspecified: nothing was.</summary>
    public ExitGround ReportedGround { get; set; }
}
