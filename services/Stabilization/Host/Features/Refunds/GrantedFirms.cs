using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;
using Wenye.Stabilization.Screenings;
using Firm = Wenye.Stabilization.Data.Firm;
using ScreeningResult = Wenye.Stabilization.Data.StoredScreeningResult;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>A firm that a screening granted a refund (拟返还企业), with the decision made again from its stored facts.</summary>
internal sealed record GrantedFirm(Firm Firm, ScreeningResult Result, RefundFacts Facts, RefundGrant Grant);

/// <summary>Reads the firms that a finished screening granted (筛查通过企业), in pieces, so that a province fits into memory.</summary>
internal sealed class GrantedFirms(StabilizationDbContext database, ParameterSet parameters)
{
    /// <summary>Firms a piece: rows of a transaction that are in memory at once.</summary>
    public const int AtOnce = 5_000;

    /// <summary>The finished screening that a request names.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED, or FAILED_PRECONDITION while it runs or when it was cancelled.</exception>
    public async Task<StoredScreening> ScreeningAsync(string screeningId, string field, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(screeningId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument(field, "筛查标识应为发起筛查时返回的 UUID，请核对");
        }

        var screening = await database.Set<StoredScreening>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("SCREENING_NOT_FOUND", "没有该标识的筛查批次，请核对");
        caller.DemandDivision(screening.Region);
        return screening.State == ScreeningStage.Finished
            ? screening
            : throw RpcErrors.FailedPrecondition("SCREENING_NOT_FINISHED", "该筛查批次尚未完成或已终止，请在完成后办理");
    }

    /// <summary>The granted firms of a screening by credit code, each piece as it is read.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason PARAMETERS_CHANGED, when deciding again gives something else.</exception>
    public async IAsyncEnumerable<IReadOnlyList<GrantedFirm>> ReadAsync(StoredScreening screening, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var rows = await database.Set<ScreeningResult>().AsNoTracking()
                .Where(r => r.ScreeningId == screening.Id && r.Outcome == (short)Contracts.Policy.V1.Outcome.Granted && r.AmountFen > 0)
                .Where(r => string.Compare(r.CreditCode, after) > 0)
                .OrderBy(r => r.CreditCode).Take(AtOnce)
                .Join(database.Firms.AsNoTracking(), result => result.FirmId, firm => firm.Id, (result, firm) => new { result, firm })
                .ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                yield break;
            }

            yield return [.. rows.Select(row => Granted(screening, row.firm, row.result)).OrderBy(one => one.Firm.CreditCode, StringComparer.Ordinal)];
            after = rows.Max(row => row.result.CreditCode)!;
        }
    }

    /// <summary>What a screening decided of these firms (筛查结果), by number; those it does not hold are left out.</summary>
    public async Task<Dictionary<long, ScreeningResult>> ResultsAsync(
        StoredScreening screening, IReadOnlyCollection<string> creditCodes, CancellationToken cancellation) =>
        await database.Set<ScreeningResult>().AsNoTracking().Where(r => r.ScreeningId == screening.Id && creditCodes.Contains(r.CreditCode))
            .ToDictionaryAsync(r => r.FirmId, cancellation);

    private GrantedFirm Granted(StoredScreening screening, Firm firm, ScreeningResult result)
    {
        var again = Redecision.Of(screening, result, parameters);
        return again is { IsSame: true, Decision.Result: { } grant }
            ? new(firm, result, again.Facts, grant)
            : throw RpcErrors.FailedPrecondition("PARAMETERS_CHANGED", "筛查之后政策参数有变，按现行参数重新认定的结果与筛查不同，请重新筛查后办理");
    }
}
