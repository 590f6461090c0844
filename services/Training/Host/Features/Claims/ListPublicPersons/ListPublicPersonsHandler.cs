using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims.ListPublicPersons;

/// <summary>The people on a public list (公示人员名单): 领取补贴的单位或人员名单（含隐藏部分字段的身份证号）、补贴金额, 55号 第十四条.</summary>
internal sealed class ListPublicPersonsHandler(TrainingDbContext database)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    public async Task<ListPublicPersonsResponse> HandleAsync(ListPublicPersonsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.PublicityId, "publicity_id", "公示标识应为本平台给出的 UUID");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 2);
        var (number, line) = (0L, 0);
        faults.Demand(
            position is null || (long.TryParse(position[0], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && int.TryParse(position[1], NumberStyles.None, CultureInfo.InvariantCulture, out line)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        var pool = await database.Set<StoredPublicity>().Where(one => one.Id == id).Select(one => one.Pool).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("PUBLICITY_NOT_FOUND", "没有这份公示名单，请核对公示标识");
        caller.DemandDivision(pool);
        var found = await (
            from payable in database.Set<StoredPayable>()
            where payable.PublicityId == id
            join paid in database.Set<ClaimLine>() on payable.Id equals paid.PayableId
            where payable.Number > number || (payable.Number == number && paid.Line > line)
            join claim in database.Set<Claim>() on paid.ClaimId equals claim.Id
            join person in database.Set<Trainee>() on paid.TraineeId equals person.Id
            orderby payable.Number, paid.Line
            select new { payable.Id, payable.Number, paid.Line, paid.AmountFen, payable.PayeeName, OfFirm = claim.CreditCode != null && claim.Kind != ClaimKind.LivingAllowance, person.Name, person.IdNumber })
            .AsNoTracking().Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListPublicPersonsResponse
        {
            Persons =
            {
                page.Select(one => new PublicPerson
                {
                    PayableId = one.Id.ToString(),
                    PayeeName = one.OfFirm ? one.PayeeName : Masked.Name(one.PayeeName),
                    Name = Masked.Name(one.Name),
                    IdNumber = PersonalSight.MaskedId(one.IdNumber),
                    AmountFen = one.AmountFen,
                }),
            },
            NextPageToken = found.Count > size
                ? PageToken.After(request, page[^1].Number.ToString(CultureInfo.InvariantCulture), page[^1].Line.ToString(CultureInfo.InvariantCulture))
                : "",
        };
    }
}
