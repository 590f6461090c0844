using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books;

/// <summary>Reads payables and the ledger (款项与账簿查询).</summary>
public sealed class PaymentQueries(ServiceDbContext database)
{
    /// <summary>One payable with its steps (查询款项).</summary>
    public async Task<GetPayableResponse> GetAsync(GetPayableRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.PayableId, "payable_id", PaymentErrors.PayableId);
        faults.ThrowIfAny();
        var payable = await database.Set<StoredPayable>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) ?? throw PaymentErrors.PayableNotFound();
        caller.DemandDivision(payable.Division);
        var steps = await database.Set<StoredStep>().AsNoTracking().Where(s => s.PayableId == id).OrderBy(s => s.Id).ToListAsync(cancellation);
        var answer = payable.ToContract();
        answer.Steps.AddRange(steps.Select(step => new PayableStep
        {
            State = step.State,
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = Masked.Name(step.Operator),
            Note = step.Note ?? "",
        }));
        return new GetPayableResponse { Payable = answer };
    }

    /// <summary>Payables of a pool and all below it (款项清单), newest first.</summary>
    public async Task<ListPayablesResponse> ListAsync(ListPayablesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(System.Enum.IsDefined(request.State), "state", "请从接口定义的款项状态中选择，不限时不填");
        faults.Division(request.Pool, "pool");
        var size = faults.PageSize(request.PageSize, usual: 50, most: 1000);
        var before = PagePosition.Number(faults, request, first: long.MaxValue);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        var (from, to) = DivisionRange.Of(request.Pool);
        var found = await database.Set<StoredPayable>().AsNoTracking()
            .Where(p => p.Pool.CompareTo(from) >= 0 && p.Pool.CompareTo(to) < 0 && p.Number < before)
            .Where(p => request.State == PayableState.Unspecified || p.State == request.State)
            .Where(p => request.Payee == "" || p.Payee == request.Payee)
            .OrderByDescending(p => p.Number).Take(size + 1).ToListAsync(cancellation);
        return new ListPayablesResponse
        {
            Payables = { found.Take(size).Select(Sight.ToContract) },
            NextPageToken = found.Count > size ? PagePosition.After(request, found[size - 1].Number) : "",
        };
    }

    /// <summary>The ledger of a fund, pool and year (基金账), oldest first.</summary>
    public async Task<ListLedgerEntriesResponse> ListEntriesAsync(ListLedgerEntriesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(System.Enum.IsDefined(request.Fund) && request.Fund != Fund.Unspecified, "fund", "请从接口定义的资金渠道中选择");
        faults.Division(request.Pool, "pool");
        var size = faults.PageSize(request.PageSize, usual: 100, most: 1000);
        var after = PagePosition.Number(faults, request);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        var entries = await database.Set<StoredEntry>().AsNoTracking()
            .Where(e => e.Fund == request.Fund && e.Pool == request.Pool && e.Year == request.Year && e.Sequence > after)
            .OrderBy(e => e.Sequence).Take(size + 1).ToListAsync(cancellation);
        var page = entries.Take(size).ToList();
        var numbers = page.Select(entry => entry.Sequence).ToArray();
        var postings = await database.Set<StoredPosting>().AsNoTracking().Where(p => numbers.Contains(p.Entry)).ToListAsync(cancellation);
        var ofEntry = postings.ToLookup(posting => posting.Entry);
        return new ListLedgerEntriesResponse
        {
            Entries = { page.Select(entry => Answer(entry, ofEntry[entry.Sequence])) },
            NextPageToken = entries.Count > size ? PagePosition.After(request, page[^1].Sequence) : "",
        };
    }

    private static LedgerEntry Answer(StoredEntry entry, IEnumerable<StoredPosting> postings) => new()
    {
        Sequence = entry.Sequence,
        BookedAt = entry.BookedAt.ToTimestamp(),
        Kind = entry.Kind,
        Fund = entry.Fund,
        Pool = entry.Pool,
        Year = entry.Year,
        PayableId = entry.PayableId?.ToString() ?? "",
        PaymentNo = entry.PaymentNo ?? "",
        Document = entry.Document ?? "",
        ValueDate = entry.ValueDate?.ToContract(),
        Postings = { postings.OrderByDescending(posting => posting.AmountFen).Select(posting => new LedgerPosting { Account = posting.Account, AmountFen = posting.AmountFen }) },
    };
}
