using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Exchange;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.GetExchangeStatus;

/// <summary>How the exchange stands (交换情况): times of the whole installation, records of the caller's division.</summary>
internal sealed class GetExchangeStatusHandler(RegistrationDbContext database, IOptions<MinistryOptions> options)
{
    private static readonly ExchangeKind[] Kinds =
        [ExchangeKind.ApplicationDownload, ExchangeKind.ReviewResultUpload, ExchangeKind.ExitUpload];

    public async Task<GetExchangeStatusResponse> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        var answer = new GetExchangeStatusResponse { Configured = options.Value.Address is not null };
        foreach (var kind in Kinds)
        {
            answer.Statuses.Add(await OfAsync(kind, caller, cancellation));
        }

        return answer;
    }

    /// <summary>How one kind stands.</summary>
    public async Task<ExchangeStatus> OfAsync(ExchangeKind kind, Caller caller, CancellationToken cancellation)
    {
        var area = caller.Area();
        var progress = await database.Set<ExchangeProgress>().AsNoTracking().SingleOrDefaultAsync(p => p.Kind == kind, cancellation);
        var counts = await database.Set<ExchangeRecord>().AsNoTracking()
            .Where(r => r.Kind == kind && r.Division.StartsWith(area))
            .GroupBy(r => r.State)
            .Select(g => new { State = g.Key, Count = g.LongCount(), Next = g.Min(r => r.DueAt) })
            .ToListAsync(cancellation);
        var open = counts.Where(c => c.State is ExchangeRecordState.Waiting or ExchangeRecordState.Sending).ToList();
        var nextAt = kind == ExchangeKind.ApplicationDownload ? progress?.NextAt : open.Count == 0 ? null : open.Min(c => c.Next);
        return new ExchangeStatus
        {
            Kind = kind,
            LastSuccessAt = progress?.LastSuccessAt?.ToTimestamp(),
            NextAt = options.Value.Address is null ? null : nextAt?.ToTimestamp(),
            Done = counts.Where(c => c.State == ExchangeRecordState.Done).Sum(c => c.Count),
            Waiting = open.Sum(c => c.Count),
            Held = counts.Where(c => c.State == ExchangeRecordState.Held).Sum(c => c.Count),
            LastFailure = progress?.LastFailure ?? "",
        };
    }
}
