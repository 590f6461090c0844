using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Verification.GetJump;

/// <summary>One change with what drives it (波动原因).</summary>
internal sealed class GetJumpHandler(StatisticsDbContext database, Jumps jumps)
{
    private const int MostEmployers = 20;
    private const int DigitsOfALevel = 2;
    private const int CodeDigits = 6;

    // All four sums in one pass over the records of the two periods.
    private const string Sql = """
        SELECT CASE grouping(place, ground, manner, employer_code) WHEN 7 THEN 'division' WHEN 11 THEN 'clause' WHEN 13 THEN 'form' ELSE 'employer' END AS dimension,
            coalesce(place, ground, manner, employer_code) AS key, count(*) FILTER (WHERE period = {1}) AS value, count(*) FILTER (WHERE period = {2}) AS base
        FROM (
            SELECT rpad(left(verdict.division, {3}), 6, '0') AS place, verdict.ground, employment.manner, employment.employer_code, verdict.period
            FROM employment_verdict AS verdict JOIN registered_employment AS employment USING (employment_id)
            WHERE verdict.division LIKE {0} AND verdict.period IN ({1}, {2}) AND verdict.outcome = 'counted') AS record
        GROUP BY GROUPING SETS ((place), (ground), (manner), (employer_code))
        """;

    public async Task<GetJumpResponse> HandleAsync(GetJumpRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (area, period) = (faults.Area(request.Division), faults.Period(request.Period));
        faults.Demand(request.Comparison is JumpComparison.PeriodBefore or JumpComparison.YearBefore, "comparison", "请选择环比或同比").ThrowIfAny();
        caller.DemandDivision(request.Division);

        // One moment for the change and its parts, so that they add up.
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var jump = (await jumps.OfAsync(request.Division, area, period, below: false, cancellation)).Single(one => one.Comparison == request.Comparison);
        var parts = (await PartsAsync(area, period, request.Comparison, cancellation)).ToLookup(part => part.Dimension, Of);
        return new GetJumpResponse
        {
            Jump = jump,
            Divisions = { InOrder(parts["division"]) },
            Clauses = { InOrder(parts["clause"]) },
            Forms = { InOrder(parts["form"]) },
            Employers = { Drivers.Largest(parts["employer"], MostEmployers) },
        };
    }

    private Task<List<Part>> PartsAsync(string area, YearMonth period, JumpComparison comparison, CancellationToken cancellation) =>
        database.Database.SqlQueryRaw<Part>(
            Sql, $"{area}%", period.ToString(), Jumps.BaseOf(period, comparison).ToString(), Math.Min(area.Length + DigitsOfALevel, CodeDigits)).ToListAsync(cancellation);

    private static IEnumerable<Driver> InOrder(IEnumerable<Driver> drivers) => Drivers.InOrder(drivers);

    private static Driver Of(Part part) => new() { Key = part.Key, Value = part.Value, Base = part.Base, Change = part.Value - part.Base };

    private sealed record Part(string Dimension, string Key, long Value, long Base);
}
