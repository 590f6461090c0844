using Microsoft.EntityFrameworkCore;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship;

/// <summary>How calls find their recognition (查询认定).</summary>
internal static class HardshipQueries
{
    /// <summary>The recognition with its steps, oldest first.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when it is another division's.
    /// </exception>
    public static async Task<StoredRecognition> LoadAsync(
        this IQueryable<StoredRecognition> recognitions, string recognitionId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(recognitionId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("recognition_id", "认定标识应为申请认定时返回的 UUID，请核对");
        }

        var recognition = await recognitions.Include(r => r.Steps.OrderBy(step => step.Sequence)).SingleOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("RECOGNITION_NOT_FOUND", "没有该标识的就业困难人员认定，请核对");
        caller.DemandDivision(recognition.Division);
        return recognition;
    }

    /// <summary>The registration a recognition goes with, live (在册失业登记).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason REGISTRATION_ENDED.</exception>
    public static UnemploymentRegistration DemandLive(this UnemploymentRegistration registration) => registration.CancelledOn is null
        ? registration
        : throw RpcErrors.FailedPrecondition("REGISTRATION_ENDED", "失业登记已注销，就业困难人员认定须以有效的失业登记办理，请先办理失业登记");
}
