using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Features.Verification;

namespace Wenye.Statistics.Features.Warnings.GetWarning;

/// <summary>One warning with why it fired and what was done (预警详情).</summary>
internal sealed class GetWarningHandler(StatisticsDbContext database)
{
    public async Task<GetWarningResponse> HandleAsync(GetWarningRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.WarningId, "warning_id", WarningAnswers.NoId);
        faults.ThrowIfAny();
        var warning = await database.Set<StoredWarning>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (warning is null || !caller.MaySee(warning.Division))
        {
            throw WarningAnswers.NotFound();
        }

        var steps = await database.Set<WarningStep>().AsNoTracking().Where(step => step.WarningId == id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        var answer = GetWarningResponse.Parser.ParseFrom(warning.Drivers);
        answer.Warning = warning.ToContract();
        answer.Decision = StoredDecisions.ToContract(warning.Decision);
        answer.Steps.AddRange(steps.Select(step => step.ToContract(step.State, caller.Roles.Contains(Roles.Monitor))));
        return answer;
    }
}
