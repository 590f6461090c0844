using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Certificates.ReissueCertificate;

/// <summary>Prints one again (补办), 48号 四(一): the number stays, how often is counted.</summary>
internal sealed class ReissueCertificateHandler(TrainingDbContext database, HandledRequests requests, ParameterSet parameters, TimeProvider time)
{
    public async Task<ReissueCertificateResponse> HandleAsync(ReissueCertificateRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().SerialNumber(request.SerialNumber, parameters, time)
            .Demand(request.Reason != ReissueReason.Unspecified && Enum.IsDefined(request.Reason), "reason", "请选择补办原因：损坏或遗失")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var printed = await database.HoldCertificateAsync(request.SerialNumber, caller, cancellation);
        if (await requests.FindAsync<ReissueCertificateResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var certificate = printed.Certificate;
        certificate.DemandValid();
        certificate.Reissues++;
        var why = request.Reason == ReissueReason.Lost ? "遗失" : "损坏";
        certificate.MoveTo(CertificateState.Valid, HandledBy.Of(request.Handling, caller, time), $"补办（{why}）");
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new ReissueCertificateResponse { Certificate = printed.Masked() }, cancellation);
    }
}
