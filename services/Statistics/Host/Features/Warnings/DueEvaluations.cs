using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Evaluates each province once a day for the period that ended last (定期评估): what arrives late raises or lowers warnings.</summary>
internal sealed class DueEvaluations(StatisticsDbContext database, Evaluation evaluation, TimeProvider time)
{
    private const string Provinces = """
        SELECT left(division, 2) || '0000' AS "Value" FROM registration_day UNION SELECT left(division, 2) || '0000' FROM monitored_firm ORDER BY 1
        """;

    /// <summary>Evaluates what is due and tells of how many provinces it did.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var evaluated = 0;
        foreach (var province in await database.Database.SqlQueryRaw<string>(Provinces).ToListAsync(cancellation))
        {
            if (Division.TryParse(province, out _) && await EvaluateAsync(province, cancellation))
            {
                evaluated++;
            }
        }

        return evaluated;
    }

    private async Task<bool> EvaluateAsync(string province, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        if (ReportPeriods.Of(province, today) is not { } current)
        {
            return false;
        }

        var period = YearMonth.Parse(current).AddMonths(-1);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

        // Whoever waited for another replica finds its round.
        await database.Database.ExecuteSqlAsync(Evaluation.Lock, cancellation);
        var round = await database.Set<WarningRound>().SingleOrDefaultAsync(one => one.Division == province && one.Period == period.ToString(), cancellation);
        if (round?.EvaluatedOn >= today)
        {
            return false;
        }

        await evaluation.RunAsync(province, province[..2], period, new HandledBy("", "", time.GetUtcNow()), cancellation);
        if (round is null)
        {
            database.Add(new WarningRound { Division = province, Period = period.ToString(), EvaluatedOn = today });
        }
        else
        {
            round.EvaluatedOn = today;
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        database.ChangeTracker.Clear();
        return true;
    }
}
