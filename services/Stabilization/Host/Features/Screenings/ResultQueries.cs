using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>How calls find one firm's result (查询企业结果).</summary>
internal static class ResultQueries
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void DemandCreditCode(string creditCode)
    {
        if (!UnifiedSocialCreditCode.TryParse(creditCode, out _))
        {
            throw RpcErrors.InvalidArgument("credit_code", "请填写 18 位统一社会信用代码，校验码应正确");
        }
    }

    /// <summary>What was decided of the firm, and its name.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, reason FIRM_NOT_SCREENED.</exception>
    public static async Task<(StoredScreeningResult Result, string Name)> ResultAsync(
        this StabilizationDbContext database, StoredScreening screening, string creditCode, CancellationToken cancellation)
    {
        var found = await database.Set<StoredScreeningResult>().AsNoTracking()
            .Where(r => r.ScreeningId == screening.Id && r.CreditCode == creditCode)
            .Join(database.Set<Firm>(), r => r.FirmId, f => f.Id, (result, firm) => new { result, firm.Name })
            .SingleOrDefaultAsync(cancellation);
        return found is null
            ? throw RpcErrors.NotFound("FIRM_NOT_SCREENED", "该筛查没有这家企业的结果，请核对统一社会信用代码和参保地")
            : (found.result, found.Name);
    }
}
