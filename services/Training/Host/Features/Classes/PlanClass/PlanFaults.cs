using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.PlanClass;

/// <summary>What may be wrong with a plan (开班计划校验).</summary>
internal static class PlanFaults
{
    private const int MostPlaces = 10_000;
    private const int MostHours = 10_000;
    private const int MinutesAnHour = 45;
    private const int OccupationLength = 20;
    private const int LowestLevel = 5;

    /// <summary>Every fault of the request as far as it can be judged alone (校验).</summary>
    /// <param name="request">The plan.</param>
    /// <param name="today">No class begins before.</param>
    /// <returns>The institution.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Guid Demand(PlanClassRequest request, DateOnly today)
    {
        var faults = new RequestFaults();
        var institution = faults.Id(request.InstitutionId, "institution_id", "培训主体标识应为备案时返回的 UUID，请从培训机构目录查询后填写");
        var occupation = request.Occupation ?? new();
        faults
            .Demand(
                occupation.Occupation.Length is > 0 and <= OccupationLength && occupation.Occupation.All(char.IsAsciiDigit),
                "occupation.occupation", "职业（工种）编码应为数字，请从当地职业（工种）目录选择")
            .Demand(occupation.Level is >= 1 and <= LowestLevel, "occupation.level", "等级应为 5（初级工）至 1（高级技师）")
            .Demand(request.Mode != TrainingMode.Unspecified && Enum.IsDefined(request.Mode), "mode", "请选择线下、线上线下融合或线上平台培训")
            .Demand(request.TotalHours is >= 1 and <= MostHours, "total_hours", $"总课时应为 1 至 {MostHours}，线上课时包括在内")
            .Demand(request.Places is >= 1 and <= MostPlaces, "places", $"班级名额应为 1 至 {MostPlaces}")
            .Demand(request.StartsOn?.IsDay() == true && request.StartsOn.ToDay() >= today, "starts_on", "开课日期应为有效日期，不早于今天")
            .Demand(
                request.EndsOn?.IsDay() == true && (request.StartsOn?.IsDay() != true || request.EndsOn.ToDay() >= request.StartsOn.ToDay()),
                "ends_on", "结束日期应为有效日期，不早于开课日期")
            .Add(OnlineFaults(request))
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
        return institution;
    }

    // 72号 二(三): 线上培训每课时为45分钟; what is online is part of the whole.
    private static IEnumerable<FieldError> OnlineFaults(PlanClassRequest request)
    {
        if (request.OnlineMinutes < 0 || (request.TotalHours is >= 1 and <= MostHours && request.OnlineMinutes > request.TotalHours * MinutesAnHour))
        {
            yield return new("online_minutes", "培训课件总时长以分钟填写，折合课时（45 分钟）不应超过总课时");
        }
        else if (Enum.IsDefined(request.Mode) && request.Mode != TrainingMode.Unspecified && (request.Mode == TrainingMode.Offline) != (request.OnlineMinutes == 0))
        {
            yield return new("online_minutes", "线下培训没有培训课件，时长应为 0；含线上课时的，请填写培训课件总时长");
        }
    }
}
