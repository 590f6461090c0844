using Wenye.Persistence;

namespace Wenye.Statistics.Data.Verification;

/// <summary>A record that is or was doubtful (存疑数据), 95号 附件四(三).</summary>
public sealed class DoubtfulRecord
{
    /// <summary>待核实.</summary>
    public const string Open = "open";

    /// <summary>疑点消除: it went away by itself.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of work, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Report period of its first day, YYYY-MM.</summary>
    public required string Period { get; init; }

    /// <summary>A term of DoubtState: open, confirmed, untrue, unverifiable, handling_error or lapsed.</summary>
    public required string State { get; set; }

    /// <summary>Terms of DoubtKind joined by commas: those not yet verified, or those it was opened for.</summary>
    public required string Kinds { get; init; }

    /// <summary>The clause by which it is doubtful, <c>文号 条款</c>.</summary>
    public required string Clause { get; init; }

    /// <summary>When it was opened, last.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>statistics.doubt as it was decided then.</summary>
    public required string Decision { get; init; }

    /// <summary>How many steps it has.</summary>
    public required int Steps { get; set; }
}

/// <summary>What was done about a doubtful record (核实环节).</summary>
public sealed class DoubtStep : Step
{
    /// <summary>As in <see cref="DoubtfulRecord"/>.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>What it was left in.</summary>
    public required string State { get; init; }

    /// <summary>The kinds of doubt then.</summary>
    public required string Kinds { get; init; }
}
