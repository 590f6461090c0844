using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Months.GetMonthRun;

/// <summary>How far a run is and what it comes to (核算进度与汇总).</summary>
internal sealed class GetMonthRunHandler(MonthQueries queries)
{
    public async Task<GetMonthRunResponse> HandleAsync(GetMonthRunRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Run = await queries.AnswerAsync(await queries.RunAsync(request.RunId, caller, cancellation), caller, cancellation) };
}
