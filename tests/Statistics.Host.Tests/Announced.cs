using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Events as Registration announces them.</summary>
internal static class Announced
{
    public static UnemploymentRegistered Registered(string division, DateOnly on) => new()
    {
        RegistrationId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        Division = division,
        RegisteredOn = on,
        UnemploymentReason = "21",
        ClaimsBenefit = false,
    };

    public static UnemploymentCancelled Cancelled(UnemploymentRegistered registered, DateOnly on, string reasonCode = "11") => new()
    {
        RegistrationId = registered.RegistrationId,
        PersonId = registered.PersonId,
        Division = registered.Division,
        CancelledOn = on,
        ReasonCode = reasonCode,
        BecameEmployed = reasonCode is "11" or "12" or "13" or "14",
    };
}
