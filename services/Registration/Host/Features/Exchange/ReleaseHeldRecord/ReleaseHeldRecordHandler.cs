using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.ReleaseHeldRecord;

/// <summary>Lets a held record go on, with what was missing (重新上传): it waits again, or is held with what is still at fault.</summary>
internal sealed class ReleaseHeldRecordHandler(
    RegistrationDbContext database, HandledRequests requests, HeldRecordRepair repair, TimeProvider time)
{
    public async Task<ReleaseHeldRecordResponse> HandleAsync(ReleaseHeldRecordRequest request, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(request.RecordId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("record_id", "记录标识应为待处理记录列表中的 UUID，请核对");
        }

        // Held to the end: of two operators at one record, the second finds what the first has made of it.
        await database.Database.BeginTransactionAsync(cancellation);
        var record = (await database.Set<ExchangeRecord>()
                .FromSqlRaw("select * from exchange_record where id = {0} for update", id).ToListAsync(cancellation)).SingleOrDefault()
            ?? throw RpcErrors.NotFound("RECORD_NOT_FOUND", "没有该标识的交换记录，请核对");
        caller.DemandDivision(record.Division);
        if (await requests.FindAsync<ReleaseHeldRecordResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (record.State != ExchangeRecordState.Held)
        {
            throw RpcErrors.FailedPrecondition("RECORD_NOT_HELD", "该记录不是待处理状态，不需要重新上传");
        }

        await repair.RepairAsync(record, request.Corrections, caller, time.GetUtcNow(), cancellation);
        var answer = new ReleaseHeldRecordResponse { Record = record.Answer(), Waiting = record.State != ExchangeRecordState.Held };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
