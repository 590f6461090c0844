using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Fundings.Deciding;

namespace Wenye.Training.Features.Fundings.GetFunding;

/// <summary>Reads one funding with decisions and steps (查询资金安排).</summary>
internal sealed class GetFundingHandler(TrainingDbContext database, FundingFactsReader facts)
{
    public async Task<GetFundingResponse> HandleAsync(GetFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundingId(request.FundingId);
        faults.ThrowIfAny();
        var found = await database.LoadFundingAsync(id, caller, cancellation);
        var answer = found.WithHistory(await facts.ReadAsync(found, cancellation), caller);
        await database.AddNamedAsync(answer, found.Named, cancellation);
        return new GetFundingResponse { Funding = answer };
    }
}
