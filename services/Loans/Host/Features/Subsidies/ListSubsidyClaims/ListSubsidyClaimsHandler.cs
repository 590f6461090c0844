using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.ListSubsidyClaims;

/// <summary>Claims, newest first (贴息申请清单).</summary>
internal sealed class ListSubsidyClaimsHandler(LoansDbContext database, SubsidyQueries queries)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListSubsidyClaimsResponse> HandleAsync(ListSubsidyClaimsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var place = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var quarter = request.Quarter is null ? (int?)null : faults.Quarter(request.Quarter).Index;
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的申请状态中选择，不限时不填");
        var wanted = request.BankId.Length > 0 ? faults.Id(request.BankId, "bank_id", "银行标识应为经办机构清单中的 UUID，不限时不填") : (Guid?)null;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        var own = await queries.BankAsync(caller, cancellation);
        if (own is null)
        {
            caller.DemandDivision(place);
        }

        var (from, to) = DivisionRange.Of(place);
        var claims = database.Set<StoredSubsidyClaim>().AsNoTracking()
            .Where(one => own == null || one.BankId == own)
            .Where(one => (own != null && request.Division == "") || (string.Compare(one.Pool, from) >= 0 && string.Compare(one.Pool, to) < 0))
            .Where(one => quarter == null || one.Quarter == quarter)
            .Where(one => request.State == SubsidyClaimState.Unspecified || one.State == request.State)
            .Where(one => wanted == null || one.BankId == wanted)
            .Where(one => after == null || one.Id < last);
        var found = await claims.OrderByDescending(one => one.Id).Take(size + 1)
            .Join(database.Partners, one => one.BankId, bank => bank.Id, (one, bank) => new { Claim = one, bank.Name })
            .OrderByDescending(one => one.Claim.Id).ToListAsync(cancellation);
        return new ListSubsidyClaimsResponse
        {
            Claims = { found.Take(size).Select(one => one.Claim.ToContract(one.Name)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Claim.Id.ToString("N")) : "",
        };
    }
}
