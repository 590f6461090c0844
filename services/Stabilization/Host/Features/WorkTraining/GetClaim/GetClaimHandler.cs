using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Stabilization.Features.WorkTraining.GetClaim;

/// <summary>Reads one claim (查询申领); a reviewer also sees who stands on another roster of the month.</summary>
internal sealed class GetClaimHandler(StabilizationDbContext database)
{
    public async Task<GetClaimResponse> HandleAsync(GetClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        var (claim, firm) = await database.LoadClaimAsync(request.ClaimId, caller, cancellation);
        var answer = claim.WithSteps(firm, caller);
        if (caller.Reviews())
        {
            foreach (var (month, overlap) in await OverlapsAsync(claim, cancellation))
            {
                answer.Months.Single(one => one.Month == month).Overlaps.Add(overlap);
            }
        }

        return new GetClaimResponse { Claim = answer };
    }

    // A top-up names the people of the month it tops up: the firm's own claims of the same kind are no overlap. A person whom
    // firms of two divisions claim is of interest to both: the other firm and its claim are named, nothing of the person.
    private async Task<IEnumerable<(string Month, RosterOverlap Overlap)>> OverlapsAsync(TrainingClaim claim, CancellationToken cancellation)
    {
        var live = FirmHoldings.Live(database);
        var found =
            from month in database.Set<TrainingMonth>()
            where month.ClaimId == claim.Id
            from person in month.Roster
            join same in database.Set<TrainingPerson>() on person.IdHash equals same.IdHash
            join elsewhere in database.Set<TrainingMonth>() on same.MonthId equals elsewhere.Id
            join other in live on elsewhere.ClaimId equals other.Id
            join firm in database.Set<Data.Firm>() on other.FirmId equals firm.Id
            where elsewhere.Month == month.Month && elsewhere.Outcome != Outcome.Refused && other.Id != claim.Id
                && (other.FirmId != claim.FirmId || other.Kind != claim.Kind)
            orderby month.Month, person.Line, other.Id
            select new { month.Month, person.Line, other.Id, firm.CreditCode, firm.Name, other.Kind };
        return (await found.AsNoTracking().ToListAsync(cancellation)).Select(one => (
            YearMonth.Of(one.Month).ToString(),
            new RosterOverlap { Line = one.Line, ClaimId = one.Id.ToString(), CreditCode = one.CreditCode, Name = one.Name, Kind = one.Kind }));
    }
}
