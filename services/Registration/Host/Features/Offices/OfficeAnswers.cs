using Office = Wenye.Registration.Data.Office;

namespace Wenye.Registration.Features.Offices;

/// <summary>Offices as callers see them (机构应答): the directory is public, nothing is masked.</summary>
internal static class OfficeAnswers
{
    public static Contracts.Registration.V1.Office ToAnswer(this Office office) => new()
    {
        OfficeId = office.Id.ToString(),
        Division = office.Division,
        DivisionName = office.DivisionName,
        Name = office.Name,
        Address = office.Address,
        Phone = office.Phone,
        OnlineChannels = office.OnlineChannels,
        Services = { office.Services },
        Level = office.Level,
        ParentOfficeId = office.ParentId?.ToString() ?? "",
        Closed = office.Closed,
        AreaClass = office.AreaClass,
    };
}
