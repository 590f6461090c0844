using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>What the bank said of a payment (银行回盘结果).</summary>
public enum PaymentState
{
    /// <summary>Sent, no answer yet (已发送).</summary>
    Sent = 1,

    /// <summary>Paid (已付).</summary>
    Paid = 2,

    /// <summary>Came back (退回).</summary>
    Returned = 3,
}

/// <summary>Payments sent to the bank together (拨付批次); table payment_batch.</summary>
public sealed class StoredBatch
{
    public required Guid Id { get; init; }

    public required Fund Fund { get; init; }

    public required string Pool { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required long Payments { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>Answered so far: paid.</summary>
    public required long Paid { get; init; }

    /// <summary>Answered so far: returned.</summary>
    public required long Returned { get; init; }
}

/// <summary>One attempt to pay a payable (拨付明细); table payment. Of a payable at most one is sent or paid: the database sees to it.</summary>
public sealed class StoredPayment
{
    /// <summary>Unique for ever; what the bank answers with.</summary>
    public required string PaymentNo { get; init; }

    public required Guid PayableId { get; init; }

    public required Guid BatchId { get; init; }

    /// <summary>Encrypted; as it was sent.</summary>
    public required string PayeeName { get; init; }

    /// <summary>Encrypted; as it was sent.</summary>
    public required string BankAccount { get; init; }

    public required string BankName { get; init; }

    public required long AmountFen { get; init; }

    public required PaymentState State { get; init; }

    /// <summary>银行流水号, when paid.</summary>
    public string? BankReference { get; init; }

    /// <summary>The bank's day.</summary>
    public DateOnly? ValueDate { get; init; }

    /// <summary>退回原因, when returned; encrypted: banks quote names.</summary>
    public string? Reason { get; init; }
}

/// <summary>Someone read the file to the bank in full (读取拨付文件); table payment_file_read, append-only.</summary>
public sealed class StoredFileRead
{
    public long Id { get; init; }

    public required Guid BatchId { get; init; }

    public required string Agency { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
