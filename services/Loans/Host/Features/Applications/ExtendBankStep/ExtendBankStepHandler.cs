using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.ExtendBankStep;

/// <summary>Extends the bank's term (适当延长), 鲁财金〔2020〕25号 六.</summary>
internal sealed class ExtendBankStepHandler(
    LoansDbContext database, ApplicationQueries applications, ApplicationAnswers answers, HandledRequests requests, TimeProvider time)
{
    private static readonly ApplicationState[] AtBank = [ApplicationState.Guaranteed, ApplicationState.Checked, ApplicationState.Contracted];

    public async Task<ExtendBankStepResponse> HandleAsync(ExtendBankStepRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults()
            .Demand(request.Due is not null && request.Due.IsDay(), "due", "请填写延长后的最后一日")
            .Demand(request.Handling is { Remarks.Length: > 0 }, "AAE013", "请在备注中说明延长原因")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        if (await requests.FindAsync<ExtendBankStepResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Extend(dossier.Demand(AtBank), request);
        dossier.MoveTo(dossier.Row.State, HandledBy.Of(request.Handling, caller, time), "延长办理时限");
        var answer = new ExtendBankStepResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // 25号 六  确需办理反担保、抵押等手续的可适当延长
    private static void Extend(Dossier dossier, ExtendBankStepRequest request)
    {
        if (!request.Mortgage && dossier.Row.CounterGuaranteeRequired != true)
        {
            throw RpcErrors.FailedPrecondition("NO_GROUND_TO_EXTEND", "只有确需办理反担保、抵押等手续的可适当延长（鲁财金〔2020〕25号 六）");
        }

        new RequestFaults().Demand(dossier.Row.Due is { } due && request.Due.ToDay() > due, "due", "应晚于现在的最后一日；没有办理时限的不需延长").ThrowIfAny();
        dossier.Row.Due = request.Due.ToDay();
    }
}
