using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>How calls find their run (查询筛查).</summary>
internal static class ScreeningQueries
{
    public static IQueryable<StoredScreening> Screenings(this StabilizationDbContext database) => database.Set<StoredScreening>().AsNoTracking();

    /// <summary>The run.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when it is another division's.
    /// </exception>
    public static async Task<StoredScreening> LoadAsync(
        this IQueryable<StoredScreening> screenings, string screeningId, Caller caller, CancellationToken cancellation, string field = "screening_id")
    {
        if (!Guid.TryParseExact(screeningId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument(field, "筛查标识应为发起筛查时返回的 UUID，请核对");
        }

        var screening = await screenings.SingleOrDefaultAsync(s => s.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("SCREENING_NOT_FOUND", "没有该标识的筛查，请核对");
        caller.DemandDivision(screening.Region);
        return screening;
    }

    /// <summary>The run, whose results can be read.</summary>
    /// <exception cref="Grpc.Core.RpcException">As for <see cref="LoadAsync"/>; FAILED_PRECONDITION, reason SCREENING_NOT_ENDED.</exception>
    public static async Task<StoredScreening> LoadEndedAsync(
        this IQueryable<StoredScreening> screenings, string screeningId, Caller caller, CancellationToken cancellation, string field = "screening_id")
    {
        var screening = await screenings.LoadAsync(screeningId, caller, cancellation, field);
        return screening.EndedAt is not null
            ? screening
            : throw RpcErrors.FailedPrecondition("SCREENING_NOT_ENDED", "筛查尚未结束，结束后方可查看名单");
    }

    /// <summary>Two ended runs of one kind (两次筛查).</summary>
    /// <exception cref="Grpc.Core.RpcException">As for <see cref="LoadEndedAsync"/>; INVALID_ARGUMENT when they are of different kinds.</exception>
    public static async Task<(StoredScreening Earlier, StoredScreening Later)> LoadPairAsync(
        this IQueryable<StoredScreening> screenings, string earlierId, string laterId, Caller caller, CancellationToken cancellation)
    {
        var earlier = await screenings.LoadEndedAsync(earlierId, caller, cancellation, "earlier_screening_id");
        var later = await screenings.LoadEndedAsync(laterId, caller, cancellation, "later_screening_id");
        return earlier.Kind == later.Kind
            ? (earlier, later)
            : throw RpcErrors.InvalidArgument("later_screening_id", "两次筛查的返还类别应相同，请核对");
    }

    /// <summary>Refuses a run that comes not after the other, or is of another kind or year (批次校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void DemandLater(StoredScreening earlier, StoredScreening later, string field, string message)
    {
        if (later.Id == earlier.Id || later.Kind != earlier.Kind || later.AsOf.Year != earlier.AsOf.Year || later.StartedAt < earlier.StartedAt)
        {
            throw RpcErrors.InvalidArgument(field, message);
        }
    }
}
