using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Features.Claims.ListClaims;

/// <summary>Claims of a place, newest first (申领清单), without their lines.</summary>
internal sealed class ListClaimsHandler(TrainingDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListClaimsResponse> HandleAsync(ListClaimsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        faults.Demand(Enum.IsDefined(request.Kind), "kind", "请从接口定义的补贴种类中选择，不限时不填");
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的申领状态中选择，不限时不填");
        faults.Demand(
            request.CreditCode.Length == 0 || UnifiedSocialCreditCode.TryParse(request.CreditCode, out _),
            "credit_code", "统一社会信用代码应为 18 位且校验码正确，字母大写，不限时不填");
        var institution = request.InstitutionId.Length > 0 ? faults.Id(request.InstitutionId, "institution_id", "培训机构标识应为 UUID，不限时不填") : default;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        caller.DemandDivision(division);

        var claims = Within(division)
            .Where(claim => request.Kind == ClaimKind.Unspecified || claim.Kind == request.Kind)
            .Where(claim => request.State == ClaimState.Unspecified || claim.State == request.State)
            .Where(claim => request.InstitutionId == "" || claim.InstitutionId == institution)
            .Where(claim => request.CreditCode == "" || claim.CreditCode == request.CreditCode);
        claims = after is null ? claims : claims.Where(claim => claim.Id < last);
        var found = await claims.OrderByDescending(claim => claim.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListClaimsResponse
        {
            Claims = { found.Take(size).Select(ClaimAnswers.ToContract) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString("N")) : "",
        };
    }

    private IQueryable<Claim> Within(string division)
    {
        var (from, to) = DivisionRange.Of(division);
        var claims = database.Set<Claim>().AsNoTracking();
        return from == division
            ? claims.Where(claim => claim.Division == from)
            : claims.Where(claim => string.Compare(claim.Division, from) >= 0 && string.Compare(claim.Division, to) < 0);
    }
}
