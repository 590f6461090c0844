using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>Business and finance are not in one hand (岗位分离).</summary>
/// <remarks>鲁人社函〔2020〕10号 四(八): 落实岗位相互监督、业务环节相互制衡的机制…严禁业务和财务岗位兼任，严禁会计和出纳兼任.</remarks>
public sealed class Segregation(PayingService service)
{
    /// <summary>The clause as it is told to callers (依据).</summary>
    public const string Clause = "鲁人社函〔2020〕10号 四(八)";

    // Whoever may object handles cases, whoever may approve reviews them, whoever sets budgets or reconciles keeps the books.
    private static readonly string[] NotWithPaying = ["object", "approve", "budget", "statement"];

    /// <summary>Refuses to let a caller pay that also handles, approves or budgets (拒绝兼任).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION DUTIES_NOT_SEPARATED.</exception>
    public void DemandPayerOnly(Caller caller)
    {
        if (NotWithPaying.Any(duty => Roles.Grant(caller.Roles, $"{service.Name}.payments.{duty}")))
        {
            throw RpcErrors.FailedPrecondition(
                "DUTIES_NOT_SEPARATED", $"按{Clause}，严禁业务和财务岗位兼任、会计和出纳兼任：拨付应由不办理、不审批、不下达预算的账号操作");
        }
    }

    /// <summary>All that is left was handled by the operator who would pay it (本人经办).</summary>
    public static Grpc.Core.RpcException OwnWork() => RpcErrors.FailedPrecondition(
        "DUTIES_NOT_SEPARATED", $"按{Clause}，严禁业务和财务岗位兼任：待拨款项均由该经办人办理或批准，应由其他人员拨付");
}
