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
        var records = database.Set<ExchangeRecord>().Where(r => r.Kind == kind && r.Division.StartsWith(area));
        var open = await records.Where(r => r.State == ExchangeRecordState.Waiting || r.State == ExchangeRecordState.Sending)
            .GroupBy(_ => 1).Select(all => new { Count = all.LongCount(), Next = (DateTimeOffset?)all.Min(r => r.DueAt) }).SingleOrDefaultAsync(cancellation);
        var nextAt = kind == ExchangeKind.ApplicationDownload ? progress?.NextAt : open?.Next;
        return new ExchangeStatus
        {
            Kind = kind,
            LastSuccessAt = progress?.LastSuccessAt?.ToTimestamp(),
            NextAt = options.Value.Address is null ? null : nextAt?.ToTimestamp(),
            Done = await records.LongCountAsync(r => r.State == ExchangeRecordState.Done, cancellation),
            Waiting = open?.Count ?? 0,
            Held = await records.LongCountAsync(r => r.State == ExchangeRecordState.Held, cancellation),
            LastFailure = progress?.LastFailure ?? "",
        };
    }
}
