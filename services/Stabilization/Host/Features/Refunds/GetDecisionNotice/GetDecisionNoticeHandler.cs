using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Refunds.GetDecisionNotice;

/// <summary>The notice of what a screening decided of one firm (告知书), made from the stored facts.</summary>
internal sealed class GetDecisionNoticeHandler(StabilizationDbContext database, GrantedFirms screenings, ParameterSet parameters, TimeProvider time)
{
    public async Task<GetDecisionNoticeResponse> HandleAsync(GetDecisionNoticeRequest request, Caller caller, CancellationToken cancellation)
    {
        var screening = await screenings.ScreeningAsync(request.ScreeningId, "screening_id", caller, cancellation);
        var result = await database.Set<StoredScreeningResult>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.ScreeningId == screening.Id && r.CreditCode == request.CreditCode, cancellation)
            ?? throw RpcErrors.NotFound("FIRM_NOT_SCREENED", "该筛查批次中没有此统一社会信用代码的企业，请核对");
        caller.DemandDivision(result.Division);
        var again = Redecision.Of(screening, result, parameters);
        if (!again.IsSame)
        {
            throw RpcErrors.FailedPrecondition("PARAMETERS_CHANGED", "筛查之后政策参数有变，按现行参数重新认定的结果与筛查不同，请重新筛查后出具告知书");
        }

        var firm = await database.Firms.AsNoTracking().SingleAsync(f => f.Id == result.FirmId, cancellation);
        var today = ChinaTime.Today(time);
        return new GetDecisionNoticeResponse
        {
            Text = DecisionNotice.Write(firm, screening, again.Decision, today),
            Decision = again.Decision.ToContract(),
            IssuedOn = today.ToContract(),
        };
    }
}
