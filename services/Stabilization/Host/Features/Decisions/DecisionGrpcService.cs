using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Stabilization.Features.Decisions.Decide;
using Wenye.Stabilization.Features.Decisions.ListPrograms;

namespace Wenye.Stabilization.Features.Decisions;

/// <summary>The calls of trying decisions (政策试算接口); each is a folder beside this file.</summary>
internal sealed class DecisionGrpcService(DecideHandler decide) : DecisionService.DecisionServiceBase
{
    public override Task<DecideResponse> Decide(DecideRequest request, ServerCallContext context) => Task.FromResult(decide.Handle(request));

    public override Task<ListProgramsResponse> ListPrograms(ListProgramsRequest request, ServerCallContext context) => Task.FromResult(ListProgramsHandler.Handle());
}
