using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.GetSubsidyClaim;

/// <summary>Reads a claim with its steps (查询贴息申请).</summary>
internal sealed class GetSubsidyClaimHandler(LoansDbContext database, SubsidyQueries queries)
{
    public async Task<GetSubsidyClaimResponse> HandleAsync(GetSubsidyClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        var claim = await queries.ClaimAsync(request.ClaimId, caller, cancellation);
        var steps = await database.Set<SubsidyClaimStep>().AsNoTracking().Where(step => step.ClaimId == claim.Id).ToListAsync(cancellation);
        return new() { Claim = claim.ToContract(await queries.BankNameAsync(claim.BankId, cancellation)).WithSteps(steps, caller) };
    }
}
