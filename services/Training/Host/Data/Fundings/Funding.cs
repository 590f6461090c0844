using Wenye.Contracts.Training.V1;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Training that is paid ahead or as a whole (培训资金安排).</summary>
/// <remarks>Changed only under the lock of its row: what may follow depends on its payments.</remarks>
public sealed class Funding
{
    /// <summary>UUIDv7: later fundings have greater ones.</summary>
    public required Guid Id { get; init; }

    public required FundingKind Kind { get; init; }

    /// <summary>GB/T 2260 of the office that pays: the institution's place, or what the firm's plan names.</summary>
    public required string Division { get; init; }

    /// <summary>Whom it pays; null: a firm with apprentices.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>统一社会信用代码 of whom it pays.</summary>
    public required string CreditCode { get; init; }

    /// <summary>As at the opening, encrypted at rest.</summary>
    public required string PayeeName { get; init; }

    /// <summary>A firm's account, encrypted at rest; null: not known, or the institution's own.</summary>
    public string? BankAccount { get; init; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required FundingState State { get; set; }

    /// <summary>合同编号; null: not a project.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>合同金额, fen; null: not a project.</summary>
    public long? ContractFen { get; init; }

    /// <summary>项目制培训对象.</summary>
    public ProjectTarget[] Targets { get; init; } = [];

    /// <summary>申请预拨金额, fen; null: not an advance.</summary>
    public long? RequestedFen { get; init; }

    /// <summary>疫情防控期间; null: not established.</summary>
    public bool? EpidemicPeriod { get; init; }

    /// <summary>预计补贴, fen, fixed by the first payment; null before.</summary>
    public long? ExpectedFen { get; set; }

    /// <summary>应收回, fen.</summary>
    public long ToRecoverFen { get; set; }

    /// <summary>What a further payment waits for, as of the latest decision.</summary>
    public string[] MissingFacts { get; set; } = [];

    public ICollection<FundingClass> Classes { get; } = new List<FundingClass>();

    public ICollection<FundingApprentices> Apprentices { get; } = new List<FundingApprentices>();

    /// <summary>Those of whom the firm told the names, by line and number; none where it told their number alone.</summary>
    public ICollection<FundingApprentice> Named { get; } = new List<FundingApprentice>();

    public ICollection<FundingPayment> Payments { get; } = new List<FundingPayment>();

    /// <summary>Oldest first.</summary>
    public ICollection<FundingDecision> Decisions { get; } = new List<FundingDecision>();

    /// <summary>Oldest first.</summary>
    public ICollection<FundingStep> Steps { get; } = new List<FundingStep>();
}

/// <summary>A class that a funding pays (资金安排的班级).</summary>
public sealed class FundingClass
{
    public required Guid FundingId { get; init; }

    public required Guid ClassId { get; init; }

    /// <summary>False when the funding was refused: another may pay the class.</summary>
    public bool Pays { get; set; } = true;
}

/// <summary>Apprentices of one kind, occupation and standard (学徒).</summary>
public sealed class FundingApprentices
{
    public required Guid FundingId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required ApprenticeKind Kind { get; init; }

    /// <summary>人数.</summary>
    public required int People { get; init; }

    /// <summary>职业（工种）编码.</summary>
    public required string Occupation { get; init; }

    /// <summary>5 to 1.</summary>
    public required int Level { get; init; }

    /// <summary>培训年限.</summary>
    public required decimal Years { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>Fen for one, before any rise.</summary>
    public required long StandardFen { get; init; }

    /// <summary>As stated; null: not established by the firm.</summary>
    public bool? CostlyOrUrgent { get; init; }

    /// <summary>Fen for one, as last decided; 0 while refused or incomplete.</summary>
    public long DecidedFen { get; set; }

    /// <summary>结业人数; null before the settlement.</summary>
    public int? Finished { get; set; }
}

/// <summary>A stage of a funding that became payable (拨付环节).</summary>
public sealed class FundingPayment
{
    /// <summary>UUIDv7; the subject of its payable.</summary>
    public required Guid Id { get; init; }

    public required Guid FundingId { get; init; }

    public required FundingStage Stage { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long AmountFen { get; init; }

    public required DateOnly GroundOn { get; init; }

    /// <summary>最迟拨付日; null: no document sets one, or it is not known yet.</summary>
    public DateOnly? DueOn { get; set; }

    public Guid PayableId { get; set; }
}

/// <summary>A decision on a funding as it was taken (认定), canonical; only ever appended.</summary>
public sealed class FundingDecision
{
    public required Guid FundingId { get; init; }

    /// <summary>From 1.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Of the apprentices; 0: the whole funding.</summary>
    public required int Line { get; init; }

    public required string Decision { get; init; }
}

/// <summary>A step of a funding (资金安排办理环节).</summary>
public sealed class FundingStep : Step
{
    public required Guid FundingId { get; init; }

    /// <summary>What it left the funding in.</summary>
    public required FundingState State { get; init; }
}
