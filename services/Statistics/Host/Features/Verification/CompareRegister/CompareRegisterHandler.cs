using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.Verification.CompareRegister;

/// <summary>The figure as it was reported beside what the register counts now (报表与实名库比对).</summary>
internal sealed class CompareRegisterHandler(RegisterBeside register)
{
    public async Task<CompareRegisterResponse> HandleAsync(CompareRegisterRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        faults.Period(request.Period);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var units = await register.UnitsAsync(area, request.Period, cancellation);
        var reported = units.Where(unit => unit.Version > 0).ToList();
        return new CompareRegisterResponse
        {
            Units = { units },
            Total = new()
            {
                Division = request.Division,
                Reported = reported.Sum(unit => unit.Reported),
                Register = reported.Sum(unit => unit.Register),
                Entered = reported.Sum(unit => unit.Entered),
                Left = reported.Sum(unit => unit.Left),
            },
        };
    }
}
