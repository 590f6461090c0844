using Microsoft.EntityFrameworkCore;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments;

/// <summary>How calls find their employment (查询就业登记).</summary>
internal static class EmploymentQueries
{
    /// <summary>The employment with its steps, oldest first.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when the caller's division is
    /// neither that of the workplace nor that of the registration.
    /// </exception>
    public static async Task<StoredEmployment> LoadAsync(
        this IQueryable<StoredEmployment> employments, string employmentId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(employmentId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("employment_id", "就业登记标识应为办理登记时给出的 UUID，请核对");
        }

        var employment = await employments.Include(e => e.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(e => e.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("EMPLOYMENT_NOT_FOUND", "没有该标识的就业登记，请核对");
        if (!caller.MaySee(employment.HandledIn))
        {
            caller.DemandDivision(employment.Division);
        }

        return employment;
    }
}
