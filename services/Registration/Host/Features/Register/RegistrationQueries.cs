using Microsoft.EntityFrameworkCore;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>How calls find their registration (查询失业登记).</summary>
internal static class RegistrationQueries
{
    /// <summary>The registration with its steps, oldest first.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when it is another division's.
    /// </exception>
    public static async Task<UnemploymentRegistration> LoadAsync(
        this IQueryable<UnemploymentRegistration> registrations, string registrationId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(registrationId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("registration_id", "登记标识应为办理登记时给出的 UUID，请核对");
        }

        var registration = await registrations.Include(r => r.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("REGISTRATION_NOT_FOUND", "没有该标识的失业登记，请核对");
        caller.DemandDivision(registration.Division);
        return registration;
    }

    /// <summary>The services of a registration, oldest first (服务记录).</summary>
    public static Task<List<StoredService>> OfAsync(this IQueryable<StoredService> services, Guid registrationId, CancellationToken cancellation) =>
        services.Where(service => service.RegistrationId == registrationId)
            .OrderBy(service => service.ProvidedOn).ThenBy(service => service.Id).ToListAsync(cancellation);

    /// <summary>What is known of a person of the register (人员信息).</summary>
    public static async Task<PersonDetails> DetailsOfAsync(this RegistrationDbContext database, Guid personId, CancellationToken cancellation) =>
        PersonDetails.Of(await database.People.Where(person => person.Id == personId).Select(person => person.Details).SingleAsync(cancellation));
}
