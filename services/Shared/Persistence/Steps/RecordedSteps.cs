using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Keeps who did what to a record, when, where and why (记录办理环节).</summary>
public static class RecordedSteps
{
    /// <summary>The step as it was taken (经办).</summary>
    /// <param name="step">Of which record, and what it left it in.</param>
    /// <param name="sequence">From 1, oldest first.</param>
    /// <param name="by">Who, when, where and why.</param>
    /// <param name="what">What was done when the state does not tell it; the remarks follow.</param>
    public static TStep By<TStep>(this TStep step, int sequence, HandledBy by, string? what = null)
        where TStep : Step
    {
        step.Sequence = sequence;
        step.OccurredAt = by.At;
        step.Agency = by.Agency;
        step.Operator = by.Operator;
        step.OfficeId = by.OfficeId;
        step.Note = (what, by.Remarks) is ({ } done, { } why) ? $"{done}：{why}" : what ?? by.Remarks;
        return step;
    }
}
