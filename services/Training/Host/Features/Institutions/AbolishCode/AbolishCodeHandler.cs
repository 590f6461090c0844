using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Institutions.AbolishCode;

/// <summary>Names a code that an earlier system gave as abolished (列入废置清单), so that it is not given here.</summary>
internal sealed class AbolishCodeHandler(TrainingDbContext database, HandledRequests requests, InstitutionFields fields, InstitutionCodes codes)
{
    public async Task<AbolishCodeResponse> HandleAsync(AbolishCodeRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await codes.TakeTurnAsync(request.Division, cancellation);
        if (await requests.FindAsync<AbolishCodeResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var abolished = await NewAsync(request, cancellation);
        database.Add(abolished);
        var answer = new AbolishCodeResponse { Code = abolished.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<InstitutionCode> NewAsync(AbolishCodeRequest request, CancellationToken cancellation)
    {
        var code = int.Parse(request.Code, CultureInfo.InvariantCulture);
        return await codes.FindAsync(request.Division, code, cancellation) switch
        {
            null => new InstitutionCode { Division = request.Division, Code = code, Name = request.FormerName, AbolishedOn = request.AbolishedOn.ToDay() },
            { AbolishedOn: null } => throw RpcErrors.FailedPrecondition("CODE_IN_USE", "该代码由在册培训主体使用，取消其备案后自动列入废置清单"),
            _ => throw RpcErrors.FailedPrecondition("CODE_ABOLISHED", "该代码已在废置清单中"),
        };
    }

    private void Demand(AbolishCodeRequest request)
    {
        var faults = new RequestFaults();
        fields.Place(faults, request.Division);
        faults.Demand(InstitutionCodes.IsCode(request.Code), "code", "培训主体代码应为 4 位数字，0001 至 9999");
        InstitutionFields.Text(faults, request.FormerName, "former_name", required: false);
        faults
            .Demand(
                request.AbolishedOn is not null && request.AbolishedOn.IsDay() && request.AbolishedOn.ToDay() <= fields.Today,
                "abolished_on", "请填写废置日期，不晚于今天")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
    }
}
