using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Exchange;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange;

/// <summary>Records of the exchange as callers see them (交换记录应答): identities and faults, never content.</summary>
internal static class ExchangeAnswers
{
    public static HeldRecord Answer(this ExchangeRecord record) => new()
    {
        RecordId = record.Id.ToString(),
        Kind = record.Kind,
        Division = record.Division,
        SerialNumber = record.Serial ?? "",
        ApplicationNumber = record.Number ?? "",
        SubjectId = record.SubjectId?.ToString() ?? "",
        Faults = { FaultJson.Read(record.Faults).Select(fault => new HeldFault { Field = fault.Code, Message = fault.Message }) },
        HeldAt = record.HeldAt?.ToTimestamp(),
    };

    /// <summary>What the caller may see, as the beginning of codes (可见范围); empty for everything.</summary>
    public static string Area(this Caller caller) =>
        caller.Roles.Contains(Roles.Province) ? "" : DivisionArea.Of(caller.Division) is { Length: > 0 } area ? area : "-";
}
