using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Features.Screenings.StartScreening;

/// <summary>What a run is asked to be (筛查要求), read and checked.</summary>
internal sealed record WantedScreening(Division Region, DateOnly AsOf, RefundKind Kind)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with everything at fault.</exception>
    public static WantedScreening Of(StartScreeningRequest request, DateOnly today)
    {
        var faults = new List<FieldError>();
        if (!Division.TryParse(request.Region, out var region) || region.Level is not (DivisionLevel.City or DivisionLevel.Province))
        {
            faults.Add(new("region", "请填写统筹地区（市）或省的 6 位行政区划代码，如 370300、370000"));
        }

        if (request.AsOf is not null && (!request.AsOf.IsDay() || request.AsOf.ToDay() > today))
        {
            faults.Add(new("as_of", "请填写有效的日期，不晚于今天；不填按今天"));
        }

        if (request.Kind == RefundKind.Unspecified || !Enum.IsDefined(request.Kind))
        {
            faults.Add(new("kind", "请从接口定义的返还类别中选择"));
        }

        return faults.Count == 0 ? new(region, request.AsOf?.ToDay() ?? today, request.Kind) : throw RpcErrors.InvalidArgument(faults);
    }
}
