namespace Wenye.Stabilization.Data;

/// <summary>Where a run stands (筛查状态); the numbers are the contract's.</summary>
public enum ScreeningStage : short
{
    /// <summary>Shards are being decided (进行中).</summary>
    Running = 1,

    /// <summary>Every firm is decided and the totals are drawn up (已完成).</summary>
    Finished = 2,

    /// <summary>Stopped by an operator (已终止).</summary>
    Cancelled = 3,
}

/// <summary>A run of proactive screening (筛查批次), 鲁人社字〔2020〕26号 四(三).</summary>
public sealed class StoredScreening
{
    /// <summary>Rises with time, so that the newest runs are the highest.</summary>
    public required Guid Id { get; init; }

    /// <summary>GB/T 2260 of the city or province screened (筛查地区).</summary>
    public required string Region { get; init; }

    /// <summary>The day the decisions are taken (决定日).</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Number of the contract's RefundKind (返还类别).</summary>
    public required short Kind { get; init; }

    /// <summary>The parameters decided with (参数版本): replicas that hold others leave the run alone.</summary>
    public required string ParameterVersion { get; init; }

    public required ScreeningStage State { get; set; }

    /// <summary>Agency that asked for it (发起机构).</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its results could be read (结束时间); null until then, also while a cancelled run is being closed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Firms known at the start (参保企业数).</summary>
    public required long Firms { get; init; }

    /// <summary>What came of it (汇总), JSON of <see cref="Screenings.ScreeningTally"/>; null until it has ended.</summary>
    public string? Tally { get; set; }
}

/// <summary>A part of a run that one worker decides in one transaction (筛查分片): a range of firm numbers.</summary>
public sealed class ScreeningShard
{
    public required Guid ScreeningId { get; init; }

    /// <summary>From 0, in the order of the firms' numbers.</summary>
    public required int Number { get; init; }

    /// <summary>First firm, <see cref="Firm.Id"/>.</summary>
    public required long FromId { get; init; }

    /// <summary>Last firm, included.</summary>
    public required long ToId { get; init; }

    /// <summary>Null until its results are stored, in the same transaction.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What came of it, JSON as for the run; null until decided.</summary>
    public string? Tally { get; set; }

    /// <summary>How often it could not be decided for a reason of its own (失败次数); others go first.</summary>
    public int Failures { get; set; }
}

/// <summary>Which clauses traces of a run answer, in order (认定结构); see <see cref="Policy.DecisionShape"/>.</summary>
public sealed class ScreeningShape
{
    public required Guid ScreeningId { get; init; }

    /// <summary>Stands in the trace.</summary>
    public required long Code { get; init; }

    /// <summary>A line for each answer: clause, fact, comparison.</summary>
    public required string Legend { get; init; }
}
