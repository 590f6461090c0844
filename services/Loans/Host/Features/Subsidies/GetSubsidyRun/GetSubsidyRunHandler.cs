using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.GetSubsidyRun;

/// <summary>How far a run is (计算进度).</summary>
internal sealed class GetSubsidyRunHandler(SubsidyQueries queries)
{
    public async Task<GetSubsidyRunResponse> HandleAsync(GetSubsidyRunRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Run = await queries.AnswerAsync(await queries.RunAsync(request.RunId, caller, cancellation), cancellation) };
}
