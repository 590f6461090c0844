using Wenye.Contracts.Payments.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>What a bank or guarantor is awarded of a place's year (奖励性补助资金分配), 鲁人社字〔2020〕27号 第十五条.</summary>
public sealed class LoanAwardShare : Step
{
    /// <summary>UUIDv7; the subject of its payable.</summary>
    public required Guid Id { get; init; }

    /// <summary>The city or county that awards, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required int Year { get; init; }

    public required Guid PartnerId { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>资金渠道, as the treasury assigned it.</summary>
    public required Fund Fund { get; init; }

    public Guid PayableId { get; set; }

    /// <summary>The canonical loans.award of the recipient.</summary>
    public required string Decision { get; init; }
}
