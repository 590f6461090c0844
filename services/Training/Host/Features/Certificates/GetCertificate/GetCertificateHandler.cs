using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Certificates.GetCertificate;

/// <summary>Reads one certificate with its history (查询证书); a reading in full is kept.</summary>
internal sealed class GetCertificateHandler(TrainingDbContext database, CertificateReads reads, ParameterSet parameters, TimeProvider time)
{
    public async Task<GetCertificateResponse> HandleAsync(GetCertificateRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().SerialNumber(request.SerialNumber, parameters, time).ThrowIfAny();
        var printed = await database.LoadCertificateAsync(request.SerialNumber, caller, cancellation);
        if (caller.SeesTrainees())
        {
            await reads.KeepAsync(caller, printed.Class.Id, batchId: null, request.SerialNumber, cancellation);
        }

        return new() { Certificate = printed.WithSteps(caller) };
    }
}
