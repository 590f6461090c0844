using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes;
using Certificate = Wenye.Training.Data.Certificate;

namespace Wenye.Training.Features.Certificates.StreamCertificates;

/// <summary>What to print of a class or batch, by number (打印内容): the valid ones, page after page; no query lasts as long as the caller reads.</summary>
internal sealed class StreamCertificatesHandler(TrainingDbContext database, CertificateReads reads)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(
        StreamCertificatesRequest request, IServerStreamWriter<StreamCertificatesResponse> answers, Caller caller, CancellationToken cancellation)
    {
        var wanted = await WantedAsync(request, caller, cancellation);
        for (var after = ""; ;)
        {
            var page = await database.Printed(wanted.Where(c => string.Compare(c.SerialNumber, after) > 0).OrderBy(c => c.SerialNumber).Take(AtOnce))
                .AsNoTracking().ToListAsync(cancellation);
            foreach (var printed in page)
            {
                await answers.WriteAsync(new() { SerialNumber = printed.Certificate.SerialNumber, Text = CertificateText.Of(printed) }, cancellation);
            }

            if (page.Count < AtOnce)
            {
                return;
            }

            after = page[^1].Certificate.SerialNumber;
        }
    }

    private async Task<IQueryable<Certificate>> WantedAsync(StreamCertificatesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (classId, batchId) = Read(request);
        var batch = batchId is null ? null : await database.Set<CertificateBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, cancellation)
            ?? throw RpcErrors.NotFound("BATCH_NOT_FOUND", "没有该标识的赋号批次，请核对");
        var trained = batch?.ClassId ?? classId!.Value;
        await database.DemandClassAsync(trained, caller, cancellation);
        await reads.KeepAsync(caller, trained, batchId, serialNumber: null, cancellation);
        var valid = database.Certificates.Where(c => c.ClassId == trained && c.State == CertificateState.Valid);
        return batch is null
            ? valid
            : valid.Where(c => string.Compare(c.SerialNumber, batch.First) >= 0 && string.Compare(c.SerialNumber, batch.Last) <= 0);
    }

    private static (Guid? ClassId, Guid? BatchId) Read(StreamCertificatesRequest request)
    {
        var faults = new RequestFaults().Demand(
            (request.ClassId.Length == 0) != (request.BatchId.Length == 0), "class_id", "班级标识与批次标识应填写其中一项");
        var trained = request.ClassId.Length == 0 ? default(Guid?) : faults.ClassId(request.ClassId);
        var batch = request.BatchId.Length == 0 ? default(Guid?) : faults.Id(request.BatchId, "batch_id", "批次标识应为核发证书时返回的 UUID");
        faults.ThrowIfAny();
        return (trained, batch);
    }
}
