using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.RecordService;

/// <summary>What a record of a service must say (服务记录校验).</summary>
internal static class ServiceValidation
{
    private static readonly FreeText Note = new("note", "服务情况", Presence.Optional, length: 200);

    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT with every fault; FAILED_PRECONDITION, reason REGISTRATION_ENDED, for a service after the end.
    /// </exception>
    public static void Demand(RecordServiceRequest request, UnemploymentRegistration registration, DateOnly today)
    {
        var faults = Faults(request, registration, today).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        if (registration.CancelledOn < request.ProvidedOn.ToDay())
        {
            throw RpcErrors.FailedPrecondition("REGISTRATION_ENDED", "该失业登记在服务日期之前已注销，不能记录注销后的服务");
        }
    }

    private static IEnumerable<FieldError> Faults(RecordServiceRequest request, UnemploymentRegistration registration, DateOnly today)
    {
        if (request.Kind == ServiceKind.Unspecified || !Enum.IsDefined(request.Kind))
        {
            yield return new("kind", "请从接口定义的服务事项中选择");
        }

        if (request.Manner == ServiceManner.Unspecified || !Enum.IsDefined(request.Manner))
        {
            yield return new("manner", "请从接口定义的服务方式中选择");
        }

        if (request.Outcome == ServiceOutcome.Unspecified || !Enum.IsDefined(request.Outcome))
        {
            yield return new("outcome", "请从接口定义的服务结果中选择");
        }

        var day = RequestDays.Faults(request.ProvidedOn, "provided_on", "服务日期", registration.RegisteredOn, "登记日期", today);
        foreach (var fault in day.Concat(Note.Faults(request.Note)).Concat(HandledBy.Faults(request.Handling, operatorRequired: true)))
        {
            yield return fault;
        }
    }
}
