using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>One step of a recognition (认定办理环节); only ever appended.</summary>
public sealed class StoredRecognitionStep
{
    public Guid RecognitionId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it left the recognition in.</summary>
    public required RecognitionState State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Remarks, an objection, what an inquiry found, or why it was revoked; encrypted at rest.</summary>
    public string? Note { get; init; }
}

/// <summary>States in the words of the offices (认定状态).</summary>
internal static class RecognitionStates
{
    public static string Chinese(this RecognitionState state) => state switch
    {
        RecognitionState.Applied => "待审核",
        RecognitionState.Publicised => "公示中",
        RecognitionState.Recognised => "已认定",
        RecognitionState.Refused => "不予认定",
        RecognitionState.Expired => "已到期",
        RecognitionState.Revoked => "已撤销",
        _ => "未知",
    };
}
