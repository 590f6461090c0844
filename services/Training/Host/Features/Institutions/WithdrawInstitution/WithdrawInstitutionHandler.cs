using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Institutions.WithdrawInstitution;

/// <summary>Withdraws an institution (取消备案); its code is never given again.</summary>
internal sealed class WithdrawInstitutionHandler(TrainingDbContext database, HandledRequests requests, InstitutionFields fields, InstitutionCodes codes, TimeProvider time)
{
    // Held, or waiting to be: what is over does not bind the institution any more.
    private static readonly ClassState[] Open = [ClassState.Planned, ClassState.Open, ClassState.UnderWay, ClassState.Examined];

    public async Task<WithdrawInstitutionResponse> HandleAsync(WithdrawInstitutionRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = InstitutionFields.Id(faults, request.InstitutionId);
        InstitutionFields.Text(faults, request.Reason, "reason");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var institution = await database.HoldInstitutionAsync(id, caller, cancellation);
        if (await requests.FindAsync<WithdrawInstitutionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        institution.DemandFiled();
        if (await database.Classes.AnyAsync(one => one.InstitutionId == id && Open.Contains(one.State), cancellation))
        {
            throw RpcErrors.FailedPrecondition("CLASSES_OPEN", "该培训主体还有未结束的班级，请先办结验收或取消班级");
        }

        await codes.WithdrawAsync(institution, fields.Today, request.Reason, cancellation);
        institution.Keep(HandledBy.Of(request.Handling, caller, time), request.Reason);
        var answer = new WithdrawInstitutionResponse { Institution = institution.ToContract(caller) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
