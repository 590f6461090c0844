using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Institutions.EvaluatePlatform;

/// <summary>Evaluates an online platform (综合评价); one that does not come up to it leaves the catalogue.</summary>
internal sealed class EvaluatePlatformHandler(
    TrainingDbContext database, HandledRequests requests, InstitutionFields fields, InstitutionCodes codes, PlatformStandings standings, TimeProvider time)
{
    private const string NotUpToIt = "综合评价不达标，退出线上平台目录（鲁人社字〔2020〕72号 三(三)）";

    public async Task<EvaluatePlatformResponse> HandleAsync(EvaluatePlatformRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = InstitutionFields.Id(faults, request.InstitutionId);
        faults
            .Demand(request.Evaluation is not null, "evaluation", "请填写综合评价结果，未查明的项目留空")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var platform = await database.HoldInstitutionAsync(id, caller, cancellation);
        if (await requests.FindAsync<EvaluatePlatformResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var decision = await EvaluateAsync(platform, request.Evaluation!, cancellation);
        platform.Keep(HandledBy.Of(request.Handling, caller, time), "综合评价");
        var answer = new EvaluatePlatformResponse { Institution = platform.ToContract(caller), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Decision> EvaluateAsync(Institution platform, Contract.PlatformEvaluation found, CancellationToken cancellation)
    {
        if (platform.Kind != InstitutionKind.OnlinePlatform)
        {
            throw RpcErrors.FailedPrecondition("NOT_A_PLATFORM", "该培训主体不是线上平台，不作综合评价");
        }

        platform.DemandFiled();
        var decision = standings.Evaluate(platform.Division, found);
        database.Add(PlatformStandings.Keep(decision, platform.Id));
        if (decision.Outcome == Outcome.Refused)
        {
            await codes.WithdrawAsync(platform, fields.Today, NotUpToIt, cancellation);
        }

        return decision;
    }
}
