using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Offices.GetOffice;

/// <summary>Reads one office (查询机构), closed ones too: records name them.</summary>
internal sealed class GetOfficeHandler(RegistrationDbContext database)
{
    public async Task<GetOfficeResponse> HandleAsync(GetOfficeRequest request, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(request.OfficeId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("office_id", "机构标识应为机构清单中的 UUID，请核对");
        }

        var office = await database.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("OFFICE_NOT_FOUND", "机构清单中没有该标识的机构，请核对");
        return new GetOfficeResponse { Office = office.ToAnswer() };
    }
}
