using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Data.Reports;

/// <summary>The report of one unit and period (填报单位的报表), from its first submission on.</summary>
public sealed class UnitReport
{
    private readonly List<UnitReportStep> steps = [];

    public required Guid Id { get; init; }

    /// <summary>报表种类.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>The unit, GB/T 2260: a county, or a city or province for what is its own (填报单位).</summary>
    public required string Division { get; init; }

    /// <summary>YYYY-MM.</summary>
    public required string Period { get; init; }

    /// <summary>Of the latest version.</summary>
    public ReportState State { get; private set; } = ReportState.Draft;

    /// <summary>The latest, from 1; 0: none.</summary>
    public int Version { get; private set; }

    /// <summary>Of what the latest version holds; empty: none.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When the first version was submitted: whether that was late.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    /// <summary>When the latest version was.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it was returned or restated last (退回或更正原因); empty: neither.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Oldest first once they are loaded (办理环节).</summary>
    public IReadOnlyList<UnitReportStep> Steps => steps;

    /// <summary>A new version stands (提交、更正).</summary>
    /// <param name="hash">Of its lines.</param>
    /// <param name="reason">Of a restatement; empty: it is submitted.</param>
    /// <param name="by">Who and when.</param>
    public void Submit(string hash, string reason, HandledBy by)
    {
        Version++;
        Hash = hash;
        Reason = reason;
        SubmittedAt = by.At;
        FirstSubmittedAt ??= by.At;
        MoveTo(ReportState.Submitted, by, reason);
    }

    /// <summary>A level verified it (审核).</summary>
    public void Verify(ReportState verified, HandledBy by) => MoveTo(verified, by, "");

    /// <summary>A level sent it back (退回).</summary>
    public void Return(string reason, HandledBy by)
    {
        Reason = reason;
        MoveTo(ReportState.Returned, by, reason);
    }

    private void MoveTo(ReportState state, HandledBy by, string reason)
    {
        State = state;
        steps.Add(new UnitReportStep { ReportId = Id, State = state, Version = Version }.By(steps.Count + 1, by, reason.Length > 0 ? reason : null));
    }
}

/// <summary>A step of a report (办理环节).</summary>
public sealed class UnitReportStep : Step
{
    public required Guid ReportId { get; init; }

    /// <summary>What it left the report in.</summary>
    public required ReportState State { get; init; }

    /// <summary>Of which version.</summary>
    public required int Version { get; init; }
}
