using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>Why calls about payments are refused (拒绝原因).</summary>
internal static class PaymentErrors
{
    public const string PayableId = "款项标识应为本平台给出的 UUID";

    public static RpcException PayableNotFound() => RpcErrors.NotFound("PAYABLE_NOT_FOUND", "没有这笔款项，请核对款项标识");

    public static RpcException PublicityNotFound() => RpcErrors.NotFound("PUBLICITY_NOT_FOUND", "没有这份公示名单，请核对公示标识");

    public static RpcException BatchNotFound() => RpcErrors.NotFound("BATCH_NOT_FOUND", "没有这个拨付批次，请核对批次标识");

    /// <summary>The payable's state does not allow it.</summary>
    public static RpcException State(string message) => RpcErrors.FailedPrecondition("STATE", message);
}
