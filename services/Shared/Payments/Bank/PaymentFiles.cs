using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Bank;

/// <summary>Files to the bank (拨付文件): names and accounts in full, so that each reading is kept.</summary>
public sealed class PaymentFiles(ServiceDbContext database, Segregation segregation, TimeProvider time)
{
    private const int LinesAMessage = 1000;

    /// <summary>Streams a batch's payments by number (拨付文件).</summary>
    public async Task StreamAsync(
        StreamPaymentFileRequest request, IServerStreamWriter<StreamPaymentFileResponse> answer, Caller caller, CancellationToken cancellation)
    {
        segregation.DemandPayerOnly(caller);
        var batch = await database.BatchAsync(request.BatchId, caller, cancellation);
        AuditedCall.NoteFullRead();
        database.Add(new StoredFileRead { BatchId = batch.Id, Agency = caller.Agency, ReadAt = time.GetUtcNow() });
        await database.SaveChangesAsync(cancellation);
        var payments = database.Set<StoredPayment>().AsNoTracking().Where(p => p.BatchId == batch.Id).OrderBy(p => p.PaymentNo).AsAsyncEnumerable();
        var message = new StreamPaymentFileResponse();
        await foreach (var payment in payments.WithCancellation(cancellation))
        {
            message.Lines.Add(new PaymentLine
            {
                PaymentNo = payment.PaymentNo,
                PayeeName = payment.PayeeName,
                BankAccount = payment.BankAccount,
                BankName = payment.BankName,
                AmountFen = payment.AmountFen,
            });
            if (message.Lines.Count == LinesAMessage)
            {
                await answer.WriteAsync(message, cancellation);
                message = new StreamPaymentFileResponse();
            }
        }

        if (message.Lines.Count > 0)
        {
            await answer.WriteAsync(message, cancellation);
        }
    }
}

/// <summary>Finds batches (查询批次).</summary>
internal static class BatchQueries
{
    /// <exception cref="RpcException">INVALID_ARGUMENT, NOT_FOUND BATCH_NOT_FOUND, PERMISSION_DENIED OTHER_DIVISION.</exception>
    public static async Task<StoredBatch> BatchAsync(this ServiceDbContext database, string batchId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(batchId, "batch_id", "批次标识应为本平台给出的 UUID");
        faults.ThrowIfAny();
        var batch = await database.Set<StoredBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellation) ?? throw PaymentErrors.BatchNotFound();
        caller.DemandDivision(batch.Pool);
        return batch;
    }
}
