using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>A record exchanged with the ministry's platform (交换记录): an application that came, a result or an exit that goes.</summary>
/// <remarks>
/// A record that goes carries no content: that is built from the stored application when it is sent, so there is no second
/// copy of personal data. Its key is the key of the application or registration it speaks of, so there is one for each.
/// The state is changed by <c>ExchangeSql</c>, where replicas share the work; see docs/decisions/0038-ministry-exchange.md.
/// </remarks>
public sealed class ExchangeRecord
{
    /// <summary>The application's key for a result, the registration's for an exit, one of its own for a download.</summary>
    public required Guid Id { get; init; }

    public required ExchangeKind Kind { get; init; }

    /// <summary>The application or registration it speaks of; null while a download is held.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>GB/T 2260 (AAB301).</summary>
    public required string Division { get; set; }

    /// <summary>系统流水号 AAZ341; null for a download.</summary>
    public string? Serial { get; init; }

    /// <summary>失业登记申请编号 ADC201 of a download, unique; null for what goes.</summary>
    public string? Number { get; init; }

    public required ExchangeRecordState State { get; set; }

    /// <summary>How often it was begun to be sent.</summary>
    public int Attempts { get; init; }

    /// <summary>From when it may be sent; while sending, from when its sender counts as dead.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? HeldAt { get; set; }

    /// <summary>What is at fault as a JSON list, encrypted at rest: the platform's messages may quote values; null unless held.</summary>
    public string? Faults { get; set; }

    /// <summary>Fields put right by an operator, by ministry code as JSON, encrypted at rest; null when there are none.</summary>
    public string? Corrections { get; set; }

    /// <summary>The form of a held download by ministry code as JSON, encrypted at rest: it is stored nowhere else yet.</summary>
    public string? Content { get; set; }
}

/// <summary>How far a record is (交换状态).</summary>
public enum ExchangeRecordState
{
    /// <summary>待上传: never begun, or begun without an answer: whether it arrived is then in doubt and is asked before it goes again.</summary>
    Waiting = 1,

    /// <summary>上传中: a replica is sending it; once due again, that replica has died and the record is in doubt.</summary>
    Sending = 2,

    /// <summary>已完成: the platform has it.</summary>
    Done = 3,

    /// <summary>待处理: cannot go, or cannot be taken, as it is.</summary>
    Held = 4,
}
