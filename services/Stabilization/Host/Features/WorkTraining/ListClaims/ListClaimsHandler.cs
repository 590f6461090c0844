using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.WorkTraining.ListClaims;

/// <summary>Claims of a division or firm by state, newest first (申领清单), without their decisions.</summary>
internal sealed class ListClaimsHandler(StabilizationDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListClaimsResponse> HandleAsync(ListClaimsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (wanted, after, size) = Read(request, caller);
        wanted = after is { } last ? wanted.Where(row => row.Claim.Id < last) : wanted;
        var found = await wanted.OrderByDescending(row => row.Claim.Id).Take(size + 1).AsNoTracking()
            .Select(row => new
            {
                row.Claim.Id,
                row.Claim.AppliedOn,
                row.Claim.PayableId,
                Months = row.Claim.Months.OrderBy(month => month.Month).Select(month => new { month.Month, month.Trainees, month.AmountFen, month.Outcome }).ToList(),
                Answer = new Claim
                {
                    CreditCode = row.Firm.CreditCode,
                    Name = row.Firm.Name,
                    Division = row.Claim.Division,
                    Kind = row.Claim.Kind,
                    State = row.Claim.State,
                    AmountFen = row.Claim.AmountFen,
                },
            })
            .ToListAsync(cancellation);
        foreach (var row in found)
        {
            row.Answer.ClaimId = row.Id.ToString();
            row.Answer.AppliedOn = row.AppliedOn.ToContract();
            row.Answer.PayableId = row.PayableId?.ToString() ?? "";
            row.Answer.Months.Add(row.Months.Select(month => new MonthDecision
            {
                Month = YearMonth.Of(month.Month).ToString(), Trainees = month.Trainees, AmountFen = month.AmountFen, Outcome = month.Outcome,
            }));
        }

        return new ListClaimsResponse
        {
            Claims = { found.Take(size).Select(row => row.Answer) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString("N")) : "",
        };
    }

    private (IQueryable<ClaimOfFirm> Wanted, Guid? After, int Size) Read(ListClaimsRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的申领状态中选择，不限时不填");
        faults.Demand(
            request.CreditCode.Length == 0 || UnifiedSocialCreditCode.TryParse(request.CreditCode, out _),
            "credit_code", "统一社会信用代码应为 18 位且校验码正确，字母大写，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var claims = from == division
            ? database.Set<TrainingClaim>().Where(claim => claim.Division == from)
            : database.Set<TrainingClaim>().Where(claim => string.Compare(claim.Division, from) >= 0 && string.Compare(claim.Division, to) < 0);
        claims = request.State == ClaimState.Unspecified ? claims : claims.Where(claim => claim.State == request.State);
        var wanted = claims.Join(database.Set<Data.Firm>(), claim => claim.FirmId, firm => firm.Id, (claim, firm) => new ClaimOfFirm { Claim = claim, Firm = firm });
        return (
            request.CreditCode.Length == 0 ? wanted : wanted.Where(row => row.Firm.CreditCode == request.CreditCode),
            after is null ? null : last,
            size);
    }

    private sealed class ClaimOfFirm
    {
        public required TrainingClaim Claim { get; init; }

        public required Data.Firm Firm { get; init; }
    }
}
