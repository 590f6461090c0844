using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>What may be done with a class in which state (班级状态校验).</summary>
internal static class ClassStates
{
    /// <summary>Refuses a step that the class's state does not allow (状态校验).</summary>
    /// <param name="held">The class, under the lock of its row.</param>
    /// <param name="step">What is to be done, in Chinese.</param>
    /// <param name="allowed">States in which it may be done.</param>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CLASS_STATE; the message names the state.</exception>
    public static void DemandState(this TrainingClass held, string step, params ReadOnlySpan<ClassState> allowed)
    {
        if (!allowed.Contains(held.State))
        {
            throw RpcErrors.FailedPrecondition("CLASS_STATE", $"班级当前为“{NameOf(held.State)}”，不能{step}");
        }
    }

    /// <summary>As offices say it (状态名称).</summary>
    public static string NameOf(ClassState state) => state switch
    {
        ClassState.Planned => "待审核",
        ClassState.Refused => "计划不符",
        ClassState.Open => "报名中",
        ClassState.UnderWay => "培训中",
        ClassState.Examined => "已考核",
        ClassState.Accepted => "验收合格",
        ClassState.NotAccepted => "验收不合格",
        ClassState.Cancelled => "已取消",
        _ => "状态不明",
    };
}
