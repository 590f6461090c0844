using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>Who computes or states does not review or award (岗位相互制约), 鲁人社函〔2020〕10号 四(八).</summary>
internal static class SeparateDuties
{
    private const string Computing = "loans.subsidies.run";

    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION DUTIES_NOT_SEPARATED.</exception>
    public static void Demand(Caller caller, string what)
    {
        if (Roles.Grant(caller.Roles, Computing))
        {
            throw RpcErrors.FailedPrecondition("DUTIES_NOT_SEPARATED", $"按{Wenye.Payments.Calls.Segregation.Clause}，岗位应相互制约：发起计算、认定情况的账号不能{what}");
        }
    }
}
