using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.Verification;

/// <summary>What is told of doubts that are not there or done with (存疑数据的差错).</summary>
internal static class Doubts
{
    public const string NoId = "就业登记标识应为 UUID，请从存疑清单中选择";

    public static RpcException NotFound() => RpcErrors.NotFound("DOUBT_NOT_FOUND", "存疑清单中没有该就业记录，请核对");

    public static RpcException Settled() => RpcErrors.FailedPrecondition("DOUBT_SETTLED", "该记录已核实完毕或疑点已消除，出现新的疑点后才能再次核实");
}
