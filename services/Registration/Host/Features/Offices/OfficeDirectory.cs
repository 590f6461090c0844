using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Offices;

/// <summary>May a step be handled at the office that a request names (经办机构校验)? For every feature that takes a Handling.</summary>
/// <remarks>One look-up by key, and none where no office is named: a copy in each process could name one that closed a moment ago.</remarks>
internal sealed class OfficeDirectory(RegistrationDbContext database)
{
    /// <summary>What is wrong with the office (机构有误): empty when none is named, or when it is open and in the caller's division.</summary>
    /// <remarks>An id that is no UUID is <see cref="HandledBy.Faults"/>'s to tell.</remarks>
    public async Task<IReadOnlyList<FieldError>> FaultsAsync(Handling? handling, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(handling?.OfficeId, "D", out var id))
        {
            return [];
        }

        var office = await database.Offices.Where(o => o.Id == id).Select(o => new { o.Division, o.Closed }).SingleOrDefaultAsync(cancellation);
        return office switch
        {
            null => Fault("机构清单中没有该机构，请从机构清单查询后填写"),
            { Closed: true } => Fault("该机构已从机构清单中撤销，请填写现行机构"),
            _ when !caller.MaySee(office.Division) => Fault("该机构不在本机构的行政区划内，请填写本区划内的机构"),
            _ => [],
        };
    }

    /// <summary>The same as a demand, for a call that has nothing else to check.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, field office_id.</exception>
    public async Task DemandAsync(Handling? handling, Caller caller, CancellationToken cancellation)
    {
        if (await FaultsAsync(handling, caller, cancellation) is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }

    private static FieldError[] Fault(string message) => [new FieldError("office_id", message)];
}
