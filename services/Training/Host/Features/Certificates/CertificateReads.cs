using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Certificates;

/// <summary>Keeps who read certificates in full (读取留痕), before anything is answered.</summary>
internal sealed class CertificateReads(TrainingDbContext database, TimeProvider time)
{
    public async Task KeepAsync(Caller caller, Guid classId, Guid? batchId, string? serialNumber, CancellationToken cancellation)
    {
        AuditedCall.NoteFullRead();
        database.Add(new CertificateRead { ClassId = classId, BatchId = batchId, SerialNumber = serialNumber, Agency = caller.Agency, ReadAt = time.GetUtcNow() });
        await database.SaveChangesAsync(cancellation);
    }
}
