using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>What stands against an application or a registration (重复登记核查), in the caller's terms. Nothing is told of where or by whom.</summary>
internal static class ApplicationConflicts
{
    /// <summary>What the registers have against a new application; null when nothing.</summary>
    /// <remarks>At intake this is a service to the applicant; that two calls never register one person, the database sees to.</remarks>
    public static RpcException? Of(PersonStatus status) => status switch
    {
        { NumberIsTaken: true } => NumberTaken(),
        { IsRegistered: true } => AlreadyRegistered(),
        { HasApplied: true } => AlreadyApplied(),
        _ => null,
    };

    /// <summary>ADC201 is unique (失业登记申请编号为唯一标识).</summary>
    public static RpcException NumberTaken() => RpcErrors.AlreadyExists(
        "APPLICATION_NUMBER_TAKEN",
        "该失业登记申请编号已受理过",
        new FieldError("ADC201", "该失业登记申请编号已受理过，请核对编号，或用首次提交的请求标识查询结果"));

    /// <summary>One live registration a person across the province (全省通办、登记结果全省互认).</summary>
    public static RpcException AlreadyRegistered() => RpcErrors.FailedPrecondition(
        "ALREADY_REGISTERED", "该人员已有有效的失业登记，登记结果全省互认，不能重复登记；如需变更登记地，请先由原登记地注销原登记");

    /// <summary>The applicant was registered by another application while this one waited for its review.</summary>
    public static RpcException RegisteredMeanwhile() => RpcErrors.FailedPrecondition(
        "ALREADY_REGISTERED", "该人员已由另一申请办理失业登记，登记结果全省互认，不能重复登记；本申请请作重复申请办结（CloseDuplicateApplication），不作审核不通过");

    /// <summary>One application at a time.</summary>
    public static RpcException AlreadyApplied() => RpcErrors.FailedPrecondition(
        "ALREADY_APPLIED", "该人员已有失业登记申请正在办理，请等待审核结果，不要重复申请");
}
