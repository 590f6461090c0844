using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.GetDoubt;

/// <summary>One doubtful record with its decision and history (存疑认定).</summary>
internal sealed class GetDoubtHandler(StatisticsDbContext database)
{
    public async Task<GetDoubtResponse> HandleAsync(GetDoubtRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.EmploymentId, "employment_id", Doubts.NoId);
        faults.ThrowIfAny();
        var doubt = await database.Set<DoubtfulRecord>().AsNoTracking().SingleOrDefaultAsync(one => one.EmploymentId == id, cancellation);
        if (doubt is null || !caller.MaySee(doubt.Division))
        {
            throw Doubts.NotFound();
        }

        var steps = await database.Set<DoubtStep>().AsNoTracking().Where(step => step.EmploymentId == id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        return new GetDoubtResponse
        {
            Doubt = doubt.ToContract(await database.VerdictAsync(id, cancellation)),
            Decision = StoredDecisions.ToContract(doubt.Decision),
            Steps = { steps.Select(step => step.ToContract(step.State, VerificationAnswers.MaySeeNotes(caller))) },
        };
    }
}
