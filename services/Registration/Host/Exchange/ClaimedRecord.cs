using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>A record that this process is to send (待发送记录).</summary>
/// <param name="Id">The application's or registration's key.</param>
/// <param name="Kind">A result or an exit.</param>
/// <param name="Division">AAB301.</param>
/// <param name="Serial">AAZ341.</param>
/// <param name="Attempt">From 1. A later one is in doubt: the record may have arrived before.</param>
/// <param name="Corrections">Fields put right by an operator.</param>
internal sealed record ClaimedRecord(
    Guid Id, ExchangeKind Kind, string Division, string Serial, int Attempt, IReadOnlyDictionary<string, string> Corrections)
{
    public bool IsInDoubt => Attempt > 1;
}

/// <summary>What became of it (发送结果).</summary>
/// <param name="Record">The record.</param>
/// <param name="Arrived">The platform has it.</param>
/// <param name="Faults">Why it cannot go as it is; empty otherwise.</param>
/// <param name="Failure">In Chinese, why nobody knows; null otherwise.</param>
internal sealed record SendOutcome(ClaimedRecord Record, bool Arrived, IReadOnlyList<FieldFault> Faults, string? Failure)
{
    public static SendOutcome Taken(ClaimedRecord record) => new(record, Arrived: true, [], null);

    public static SendOutcome AtFault(ClaimedRecord record, IReadOnlyList<FieldFault> faults) => new(record, Arrived: false, faults, null);

    public static SendOutcome Unknown(ClaimedRecord record, string failure) => new(record, Arrived: false, [], failure);
}
