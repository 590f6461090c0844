using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment;

namespace Wenye.Statistics.Features.Verification.ListRegisterDifferences;

/// <summary>The employments that make the difference (差异明细), a page at a time.</summary>
internal sealed class ListRegisterDifferencesHandler(StatisticsDbContext database, RegisterBeside register)
{
    public async Task<ListRegisterDifferencesResponse> HandleAsync(ListRegisterDifferencesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        faults.Period(request.Period);
        var (size, after) = (faults.Page(request.PageSize), faults.After(request));
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var found = await register.DifferencesAsync(area, request.Period, after, size + 1, cancellation);
        var page = found.Take(size).ToList();
        Guid[] ids = [.. page.Select(one => one.EmploymentId)];
        var records = await database.Set<EmploymentVerdict>().AsNoTracking().Where(verdict => ids.Contains(verdict.EmploymentId))
            .Join(database.Set<RegisteredEmployment>(), verdict => verdict.EmploymentId, employment => employment.EmploymentId, (verdict, employment) => new { Verdict = verdict, Employment = employment })
            .ToDictionaryAsync(one => one.Verdict.EmploymentId, one => one.Verdict.ToContract(one.Employment), cancellation);
        return new ListRegisterDifferencesResponse
        {
            // What no rule governs any more has no verdict to show.
            Differences =
            {
                page.Select(one => new RegisterDifference
                {
                    Entered = one.Entered,
                    Record = records.GetValueOrDefault(one.EmploymentId) ?? new() { EmploymentId = one.EmploymentId.ToString(), Division = one.Division },
                }),
            },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Division, page[^1].EmploymentId.ToString()) : "",
        };
    }
}
