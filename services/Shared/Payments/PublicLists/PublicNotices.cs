using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.PublicLists;

/// <summary>The notice board (公示栏): lists of every pool while they are public, for anyone.</summary>
/// <remarks>
/// Publicity ends with its last day: from then on a list is read with a role that may read payments, in its own division. Persons
/// are masked as on every public list, accounts are never shown, and objections are nobody else's business.
/// </remarks>
public sealed class PublicNotices(ServiceDbContext database, TimeProvider time)
{
    /// <summary>What is public today in a pool and below it (在公示期内的名单), the newest first.</summary>
    public async Task<ListPublicitiesResponse> ListAsync(ListPublicitiesRequest request, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(Enum.IsDefined(request.Fund), "fund", "请从接口定义的资金渠道中选择，不限时不填");
        faults.Division(request.Pool, "pool");
        var size = faults.PageSize(request.PageSize, usual: 50, most: 200);
        var position = faults.Position(request, parts: 1);
        var before = position is null ? Guid.Empty : faults.Id(position[0], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        var today = ChinaTime.Today(time);
        var (from, to) = DivisionRange.Of(request.Pool);
        var found = await Public(today).Where(p => p.Pool.CompareTo(from) >= 0 && p.Pool.CompareTo(to) < 0)
            .Where(p => request.Fund == Fund.Unspecified || database.Set<StoredPayable>().Any(line => line.PublicityId == p.Id && line.Fund == request.Fund))
            .Where(p => before == Guid.Empty || p.Id.CompareTo(before) < 0)
            .OrderByDescending(p => p.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        var funds = await FundsAsync([.. page.Select(p => p.Id)], cancellation);
        return new ListPublicitiesResponse
        {
            Notices = { page.Select(p => Answer(p, funds[p.Id])) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Id.ToString()) : "",
            Today = today.ToContract(),
        };
    }

    /// <summary>The lines of one of them (公示名单明细), in the order of decision.</summary>
    public async Task<ListPublicityLinesResponse> ListLinesAsync(ListPublicityLinesRequest request, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.PublicityId, "publicity_id", "公示标识应为本平台给出的 UUID");
        var size = faults.PageSize(request.PageSize, usual: 100, most: 1000);
        var after = PagePosition.Number(faults, request);
        faults.ThrowIfAny();
        var publicity = await Public(ChinaTime.Today(time)).SingleOrDefaultAsync(p => p.Id == id, cancellation) ?? throw PaymentErrors.PublicityNotFound();
        var lines = await database.Set<StoredPayable>().AsNoTracking().Where(p => p.PublicityId == id && p.Number > after)
            .OrderBy(p => p.Number).Take(size + 1).ToListAsync(cancellation);
        return new ListPublicityLinesResponse
        {
            Notice = Answer(publicity, (await FundsAsync([id], cancellation))[id]),
            Lines = { lines.Take(size).Select(Sight.ToPublicLine) },
            NextPageToken = lines.Count > size ? PagePosition.After(request, lines[size - 1].Number) : "",
        };
    }

    private IQueryable<StoredPublicity> Public(DateOnly today) =>
        database.Set<StoredPublicity>().AsNoTracking().Where(p => p.From <= today && p.To >= today);

    private async Task<ILookup<Guid, Fund>> FundsAsync(Guid[] publicities, CancellationToken cancellation)
    {
        var pairs = await database.Set<StoredPayable>().Where(p => p.PublicityId != null && publicities.Contains(p.PublicityId.Value))
            .Select(p => new { Publicity = p.PublicityId!.Value, p.Fund }).Distinct().ToListAsync(cancellation);
        return pairs.OrderBy(pair => pair.Fund).ToLookup(pair => pair.Publicity, pair => pair.Fund);
    }

    private static PublicNotice Answer(StoredPublicity publicity, IEnumerable<Fund> funds) => new()
    {
        PublicityId = publicity.Id.ToString(),
        Title = publicity.Title,
        Pool = publicity.Pool,
        From = publicity.From.ToContract(),
        To = publicity.To.ToContract(),
        Payables = publicity.Payables,
        AmountFen = publicity.AmountFen,
        WorkingDays = publicity.WorkingDays,
        TermSource = publicity.TermSource,
        Funds = { funds },
    };
}
