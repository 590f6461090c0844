using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>Registrations as callers see them (失业登记应答).</summary>
internal static class RegistrationAnswers
{
    /// <summary>The registration with its person, whose fields are masked unless the caller may see them (脱敏).</summary>
    public static Contracts.Registration.V1.Registration AnswerTo(this UnemploymentRegistration registration, PersonDetails person, Caller caller) => new()
    {
        RegistrationId = registration.Id.ToString(),
        PersonId = registration.PersonId.ToString(),
        ApplicationId = registration.ApplicationId.ToString(),
        Division = registration.Division,
        OfficeId = registration.OfficeId?.ToString() ?? "",
        Name = caller.Sight("AAC003", person.Name),
        Identity = new PersonIdentity
        {
            IdDocumentType = person.IdDocumentType,
            IdDocumentNumber = caller.Sight("AAC044", person.IdDocumentNumber),
        },
        MobilePhone = caller.Sight("AAC067", person.MobilePhone),
        RegisteredOn = registration.RegisteredOn.ToContract(),
        UnemploymentReason = registration.UnemploymentReason,
        Cancellation = registration.CancelledOn is { } ended ? Cancellation(registration, ended) : null,
    };

    /// <summary>A step of its history; who did it is masked likewise.</summary>
    public static RegistrationStep AnswerTo(this StoredRegistrationStep step, Caller caller) => new()
    {
        Kind = step.Kind,
        OccurredAt = step.OccurredAt.ToTimestamp(),
        Agency = step.Agency,
        Operator = caller.Sight("AAE011", step.Operator),
        OfficeId = step.OfficeId?.ToString() ?? "",
        Division = step.Division,
        Note = caller.Sight("AAE013", step.Note),
    };

    private static Cancellation Cancellation(UnemploymentRegistration registration, DateOnly on) => new()
    {
        CancelledOn = on.ToContract(),
        ReasonCode = registration.CancellationReason,
        BecameEmployed = registration.BecameEmployed,
        NoticeRequired = registration.NoticeRequired,
        NotifiedOn = registration.NotifiedOn?.ToContract(),
    };
}
