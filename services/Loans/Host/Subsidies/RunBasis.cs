using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Policy;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;

namespace Wenye.Loans.Subsidies;

/// <summary>What all loans of a run have in common (计算公共数据).</summary>
/// <param name="Run">The run.</param>
/// <param name="Claims">By bank and pool; a bank without one here is left out.</param>
/// <param name="Booked">Claims of these banks and pools that were confirmed before.</param>
/// <param name="Figures">What the bank told, by contract; null: nothing.</param>
internal sealed record RunBasis(
    StoredSubsidyRun Run, IReadOnlyDictionary<(Guid Bank, string Pool), StoredSubsidyClaim> Claims, Guid[] Booked, IReadOnlyDictionary<string, long>? Figures)
{
    public Quarter Quarter => new(Run.Quarter);

    /// <summary>Reads it (读取).</summary>
    public static async Task<RunBasis> LoadAsync(LoansDbContext database, Guid runId, CancellationToken cancellation)
    {
        var run = await database.Set<StoredSubsidyRun>().AsNoTracking().SingleAsync(one => one.Id == runId, cancellation);
        var claims = await database.Set<StoredSubsidyClaim>().AsNoTracking().Where(one => one.RunId == runId).ToListAsync(cancellation);
        var (banks, pools) = (claims.Select(one => one.BankId).Distinct().ToList(), claims.Select(one => one.Pool).Distinct().ToList());
        var booked = await database.Set<StoredSubsidyClaim>().AsNoTracking()
            .Where(one => one.State == SubsidyClaimState.Confirmed && banks.Contains(one.BankId) && pools.Contains(one.Pool))
            .Select(one => one.Id).ToArrayAsync(cancellation);
        var told = claims.Find(one => one.HasFigures) is { } own
            ? await database.Set<StoredSubsidyFigure>().AsNoTracking().Where(one => one.ClaimId == own.Id)
                .ToDictionaryAsync(one => one.ContractNumber, one => one.ToldFen, StringComparer.Ordinal, cancellation)
            : null;
        return new(run, claims.ToDictionary(one => (one.BankId, one.Pool)), booked, told);
    }
}
