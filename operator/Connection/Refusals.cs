using Google.Rpc;
using Grpc.Core;

namespace Wenye.Operator.Connection;

/// <summary>Shows why a call was refused (拒绝原因), with every field at fault.</summary>
internal static class Refusals
{
    public static void Show(RpcException refusal)
    {
        Console.Error.WriteLine($"系统未接受（{refusal.StatusCode}）：{refusal.Status.Detail}");
        foreach (var fault in refusal.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            Console.Error.WriteLine($"  ✗ {fault.Field}：{fault.Description}");
        }
    }
}
