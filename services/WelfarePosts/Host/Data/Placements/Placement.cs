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

    /// <summary>Registration's key of the employment (就业登记); null: not registered yet.</summary>
    public Guid? EmploymentId { get; set; }

    /// <summary>Of who is paid directly (乡村公益性岗位): account, encrypted at rest; null: the employer is paid, or not told.</summary>
    public string? BankAccount { get; set; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; set; }

    public required PlacementState State { get; set; }

    /// <summary>终止聘用之日, the last day in post; null: in post.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why; unspecified: in post.</summary>
    public ExitGround Ground { get; set; }
}
