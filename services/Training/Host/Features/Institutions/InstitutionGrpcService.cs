using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Institutions.AbolishCode;
using Wenye.Training.Features.Institutions.EvaluatePlatform;
using Wenye.Training.Features.Institutions.FileInstitution;
using Wenye.Training.Features.Institutions.GetInstitution;
using Wenye.Training.Features.Institutions.ListAbolishedCodes;
using Wenye.Training.Features.Institutions.ListInstitutions;
using Wenye.Training.Features.Institutions.WithdrawInstitution;

namespace Wenye.Training.Features.Institutions;

/// <summary>The calls of institutions (培训主体接口); each is a folder beside this file.</summary>
internal sealed class InstitutionGrpcService(
    FileInstitutionHandler file, WithdrawInstitutionHandler withdraw, AbolishCodeHandler abolish, EvaluatePlatformHandler evaluate,
    GetInstitutionHandler get, ListInstitutionsHandler list, ListAbolishedCodesHandler abolished)
    : InstitutionService.InstitutionServiceBase
{
    public override Task<FileInstitutionResponse> FileInstitution(FileInstitutionRequest request, ServerCallContext context) =>
        file.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawInstitutionResponse> WithdrawInstitution(WithdrawInstitutionRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<AbolishCodeResponse> AbolishCode(AbolishCodeRequest request, ServerCallContext context) =>
        abolish.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<EvaluatePlatformResponse> EvaluatePlatform(EvaluatePlatformRequest request, ServerCallContext context) =>
        evaluate.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetInstitutionResponse> GetInstitution(GetInstitutionRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListInstitutionsResponse> ListInstitutions(ListInstitutionsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListAbolishedCodesResponse> ListAbolishedCodes(ListAbolishedCodesRequest request, ServerCallContext context) =>
        abolished.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
