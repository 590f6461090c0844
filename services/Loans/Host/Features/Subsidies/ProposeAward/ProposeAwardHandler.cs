using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.ProposeAward;

/// <summary>What the award of a year is reckoned by (奖励性补助资金测算), 27号 第十五条: to whom it goes the place decides.</summary>
internal sealed class ProposeAwardHandler(AwardBases bases)
{
    public async Task<ProposeAwardResponse> HandleAsync(ProposeAwardRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        faults.Division(request.Division, "division");
        faults.Year(request.Year);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var banks = await bases.LentAsync(request.Division, request.Year, cancellation);
        var lent = banks.Sum(bank => bank.LentFen);
        var decision = bases.Decide(request.Division, lent);
        foreach (var bank in banks)
        {
            bank.MayBeFavoured = bases.Decide(request.Division, lent, bank).Result?.Preferred ?? false;
        }

        var divided = await bases.DividedAsync(request.Division, request.Year, cancellation);
        return new()
        {
            Banks = { banks }, LentFen = lent, Decision = decision.ToContract(), AwardFen = decision.Result?.Pool?.Fen ?? 0, Awarded = { divided.Select(AwardBases.ToContract) },
        };
    }
}
