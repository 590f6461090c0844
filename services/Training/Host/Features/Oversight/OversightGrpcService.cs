using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Oversight.ListSignals;

namespace Wenye.Training.Features.Oversight;

/// <summary>The call of supervision (监管线索接口).</summary>
internal sealed class OversightGrpcService(ListSignalsHandler list) : OversightService.OversightServiceBase
{
    public override Task<ListSignalsResponse> ListSignals(ListSignalsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
