using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.RecordRefusalNotice;

/// <summary>The applicant was told of the refusal (告知原因), by the party that refused.</summary>
internal sealed class RecordRefusalNoticeHandler(
    LoansDbContext database, ApplicationQueries applications, CallingPartner partners, ApplicationAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordRefusalNoticeResponse> HandleAsync(RecordRefusalNoticeRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults()
            .Demand(request.ToldOn is not null && request.ToldOn.IsDay() && request.ToldOn.ToDay() <= fields.Today, "told_on", "请填写告知日期，不晚于今天")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, caller, cancellation);
        if (await requests.FindAsync<RecordRefusalNoticeResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await DemandRefuserAsync(dossier.Demand(ApplicationState.Refused), caller, cancellation);
        new RequestFaults().Demand(request.ToldOn!.ToDay() >= dossier.Row.RefusedOn, "told_on", "告知日期不应早于不予办理的日期").ThrowIfAny();
        (dossier.Row.RefusalToldOn, dossier.Row.Due) = (request.ToldOn!.ToDay(), null);
        dossier.MoveTo(ApplicationState.Refused, HandledBy.Of(request.Handling, caller, time), "已告知原因");
        var answer = new RecordRefusalNoticeResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DemandRefuserAsync(Dossier dossier, Caller caller, CancellationToken cancellation)
    {
        var party = (await partners.FindAsync(caller, cancellation))?.Kind switch
        {
            PartnerKind.Bank => ApplicationParty.Bank,
            PartnerKind.Guarantor => ApplicationParty.Guarantor,
            _ => ApplicationParty.Office,
        };
        if (party != dossier.Row.RefusedBy)
        {
            throw RpcErrors.PermissionDenied("NOT_REFUSED_HERE", "不予办理由其他机构作出，由其告知申请人");
        }

        if (dossier.Row.RefusalToldOn is not null)
        {
            throw RpcErrors.FailedPrecondition("ALREADY_TOLD", "已记录告知申请人，无需再次办理");
        }
    }
}
