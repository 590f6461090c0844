using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.GetEmploymentRecord;

/// <summary>One employment with the answer to every clause (逐条认定).</summary>
internal sealed class GetEmploymentRecordHandler(StatisticsDbContext database, NpgsqlDataSource source, PersonJudge judge)
{
    private const int YearDigits = 4;

    public async Task<GetEmploymentRecordResponse> HandleAsync(GetEmploymentRecordRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.EmploymentId, "employment_id", "就业登记标识应为 UUID，请从明细中选择");
        faults.ThrowIfAny();
        var verdict = await database.Set<EmploymentVerdict>().AsNoTracking().SingleOrDefaultAsync(one => one.EmploymentId == id, cancellation);
        if (verdict is null || !caller.MaySee(verdict.Division))
        {
            throw RpcErrors.NotFound("RECORD_NOT_FOUND", "统计明细中没有该标识的就业记录，请核对");
        }

        var year = verdict.Period[..YearDigits];
        var records = await database.Set<EmploymentVerdict>().AsNoTracking().Where(one => one.PersonId == verdict.PersonId && one.Period.StartsWith(year))
            .Join(database.Set<RegisteredEmployment>(), one => one.EmploymentId, employment => employment.EmploymentId, (one, employment) => new { Verdict = one, Employment = employment })
            .ToListAsync(cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var histories = await Histories.ReadAsync(connection, [verdict.PersonId], cancellation);
        return new GetEmploymentRecordResponse
        {
            Record = records.Single(one => one.Verdict.EmploymentId == id) is var own ? own.Verdict.ToContract(own.Employment) : null,
            Decision = judge.Decide(verdict.PersonId, histories[verdict.PersonId], id)?.ToContract(),
            Others =
            {
                records.Where(one => one.Verdict.EmploymentId != id)
                    .OrderBy(one => one.Verdict.Outcome != PersonJudge.Counted).ThenBy(one => one.Employment.EmployedOn).ThenBy(one => one.Verdict.EmploymentId)
                    .Select(one => one.Verdict.ToContract(one.Employment)),
            },
        };
    }
}
