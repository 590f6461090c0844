using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Certificates.RevokeCertificate;

/// <summary>Revokes one (撤销): its row and number stay, and verify as revoked.</summary>
internal sealed class RevokeCertificateHandler(TrainingDbContext database, HandledRequests requests, ParameterSet parameters, TimeProvider time)
{
    private const int ReasonLength = 100;

    public async Task<RevokeCertificateResponse> HandleAsync(RevokeCertificateRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().SerialNumber(request.SerialNumber, parameters, time)
            .Demand(!string.IsNullOrWhiteSpace(request.Reason) && request.Reason.Length <= ReasonLength, "reason", $"请填写撤销原因，不超过{ReasonLength}个字符")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var printed = await database.HoldCertificateAsync(request.SerialNumber, caller, cancellation);
        if (await requests.FindAsync<RevokeCertificateResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        printed.Certificate.DemandValid();
        var by = HandledBy.Of(request.Handling, caller, time);
        printed.Certificate.MoveTo(CertificateState.Revoked, by, $"撤销（{request.Reason}）");
        database.Publish(printed.Class.Revoked(printed.Certificate, ChinaTime.DayOf(by.At)));
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new RevokeCertificateResponse { Certificate = printed.Masked() }, cancellation);
    }
}
