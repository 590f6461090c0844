using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests;

/// <summary>Requests to the register that tests start from.</summary>
internal static class Services
{
    public static RecordServiceRequest Record(string registrationId, ServiceKind kind, DateOnly on, ServiceOutcome outcome = ServiceOutcome.Accepted) => new()
    {
        RequestId = Applications.NewRequestId(),
        RegistrationId = registrationId,
        Kind = kind,
        ProvidedOn = on.ToContract(),
        Manner = ServiceManner.Phone,
        Outcome = outcome,
        Note = "虚构的服务情况",
        Handling = Applications.Officer(),
    };

    public static CancelRegistrationRequest Cancel(string registrationId, string reason, DateOnly on) => new()
    {
        RequestId = Applications.NewRequestId(),
        RegistrationId = registrationId,
        ReasonCode = reason,
        CancelledOn = on.ToContract(),
        Grounds = "虚构的核实情况",
        Handling = Applications.Officer(),
    };

    public static RecordNoticeRequest Notice(string registrationId, DateOnly on) => new()
    {
        RequestId = Applications.NewRequestId(),
        RegistrationId = registrationId,
        NotifiedOn = on.ToContract(),
        Manner = ServiceManner.Message,
        Handling = Applications.Officer(),
    };

    public static RecordPensionRequest Pension(string residentId, DateOnly since) => new()
    {
        RequestId = Applications.NewRequestId(),
        Identity = new PersonIdentity { IdDocumentType = "01", IdDocumentNumber = residentId },
        ReceivesSince = since.ToContract(),
        Handling = Applications.Officer(),
    };

    public static DateOnly Day(this Contracts.Type.V1.Date date) => date.ToDay();
}
