using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>How calls find their application (查询申请).</summary>
internal static class ApplicationQueries
{
    /// <summary>The application with its steps, oldest first.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when it is another division's.
    /// </exception>
    public static async Task<StoredApplication> LoadAsync(
        this IQueryable<StoredApplication> applications, string applicationId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(applicationId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("application_id", "申请标识应为受理时返回的 UUID，请核对");
        }

        var application = await applications.Include(a => a.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(a => a.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("APPLICATION_NOT_FOUND", "没有该标识的失业登记申请，请核对");
        caller.DemandDivision(application.Division);
        return application;
    }
}
