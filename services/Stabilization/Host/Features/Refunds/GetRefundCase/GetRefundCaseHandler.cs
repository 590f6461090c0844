using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Refunds.GetRefundCase;

/// <summary>Reads one case with its history (查询案件).</summary>
internal sealed class GetRefundCaseHandler(StabilizationDbContext database)
{
    public async Task<GetRefundCaseResponse> HandleAsync(GetRefundCaseRequest request, Caller caller, CancellationToken cancellation)
    {
        var (refund, firm) = await database.LoadCaseAsync(request.CaseId, caller, cancellation);
        return new GetRefundCaseResponse { RefundCase = refund.WithSteps(firm, caller) };
    }
}
