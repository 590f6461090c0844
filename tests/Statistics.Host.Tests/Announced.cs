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

    public static EmploymentRegistered Employed(string division, DateOnly on) => new()
    {
        EmploymentId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        Division = division,
        Urban = true,
        Type = "first",
        Manner = "unit",
        EmployedOn = on.AddDays(-7),
        Basis = "social_insurance",
        RegisteredOn = on,
        EmployerCode = "91370100MA0000007J",
        Sector = "tertiary",
        Industry = "",
        WasRegisteredUnemployed = false,
        WasInHardship = true,
        Sex = "2",
        BirthYear = 1985,
    };

    public static EmploymentEnded Ended(EmploymentRegistered employed, DateOnly on) => new()
    {
        EmploymentId = employed.EmploymentId,
        PersonId = employed.PersonId,
        Division = employed.Division,
        Manner = employed.Manner,
        EndedOn = on,
        RegisteredOn = on,
        ReasonCode = "",
    };

    public static HardshipRecognised Recognised(string division, DateOnly on) => new()
    {
        RecognitionId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        Category = "older",
        CityCategory = "",
        Division = division,
        RecognisedOn = on,
        ExpiresOn = on.AddYears(3),
    };

    public static HardshipEnded Ended(HardshipRecognised recognised, DateOnly on) => new()
    {
        RecognitionId = recognised.RecognitionId,
        PersonId = recognised.PersonId,
        Category = recognised.Category,
        CityCategory = recognised.CityCategory,
        Division = recognised.Division,
        EndedOn = on,
    };
}
