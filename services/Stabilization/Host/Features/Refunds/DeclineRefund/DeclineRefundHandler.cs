using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Refunds.DeclineRefund;

/// <summary>The firm does not want the refund (企业放弃): nothing is paid; a later screening may find it again.</summary>
internal sealed class DeclineRefundHandler(StabilizationDbContext database, RefundCommit commit, TimeProvider time)
{
    public async Task<DeclineRefundResponse> HandleAsync(DeclineRefundRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        var (refund, firm) = await database.LoadCaseAsync(request.CaseId, caller, cancellation);
        if (await commit.FindAsync<DeclineRefundResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        refund.Demand([.. RefundTables.Open]);
        refund.MoveTo(RefundState.Declined, HandledBy.Of(request.Handling, caller, time));
        var answer = new DeclineRefundResponse { RefundCase = refund.ToContract(firm, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
