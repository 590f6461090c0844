using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.EndPlacement;

/// <summary>Checks a request to end a placement (退出校验).</summary>
internal static class ExitChecks
{
    private const int MostDays = 366;
    private static readonly ExitGround[] ByRecord = [ExitGround.TermEnded, ExitGround.Resigned];

    /// <summary>Alone (单项校验); the placement's id.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Guid Demand(EndPlacementRequest request, DateOnly today)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        var isAbsent = request.Ground == ExitGround.Absent;
        var isStated = request.AbsentDaysInARow > 0 || request.AbsentDaysInYear > 0;
        faults.PastDay(request.EndedOn, "ended_on", "请填写终止聘用日期，不晚于今天", today)
            .Demand(request.Ground != ExitGround.Unspecified && Enum.IsDefined(request.Ground), "ground", "请选择退出情形")
            .Demand(request.AbsentDaysInARow is >= 0 and <= MostDays, "absent_days_in_a_row", "连续旷工天数应为 0 至 366")
            .Demand(request.AbsentDaysInYear is >= 0 and <= MostDays, "absent_days_in_year", "一年内累计旷工天数应为 0 至 366")
            .Demand(isAbsent || !isStated, "absent_days_in_a_row", "只有因无故旷工退出时填写旷工天数")
            .Text(request.CityGround, "city_ground", required: request.Ground == ExitGround.City)
            .Text(request.Evidence, "evidence", required: !ByRecord.Contains(request.Ground) && (!isAbsent || isStated))
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }

    /// <summary>Against the placement (与在岗记录核对).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION ALREADY_LEFT; INVALID_ARGUMENT.</exception>
    public static void Demand(EndPlacementRequest request, Placement placement)
    {
        if (placement.State == PlacementState.Left)
        {
            throw RpcErrors.FailedPrecondition("ALREADY_LEFT", "该人员已退出公益性岗位，不能再次办理");
        }

        new RequestFaults().Demand(request.EndedOn.ToDay() >= placement.StartedOn, "ended_on", "终止聘用日期不应早于上岗日期").ThrowIfAny();
    }
}
