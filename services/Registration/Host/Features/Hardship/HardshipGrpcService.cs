using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Hardship.ApplyForRecognition;
using Wenye.Registration.Features.Hardship.ConfirmRecognition;
using Wenye.Registration.Features.Hardship.GetRecognition;
using Wenye.Registration.Features.Hardship.ListRecognitions;
using Wenye.Registration.Features.Hardship.RecordObjection;
using Wenye.Registration.Features.Hardship.ReviewRecognition;
using Wenye.Registration.Features.Hardship.RevokeRecognition;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship;

/// <summary>The calls of hardship recognition (就业困难人员认定接口); each is a folder beside this file.</summary>
internal sealed class HardshipGrpcService(
    ApplyForRecognitionHandler apply, ReviewRecognitionHandler review, RecordObjectionHandler objection,
    ConfirmRecognitionHandler confirm, RevokeRecognitionHandler revoke, GetRecognitionHandler get, ListRecognitionsHandler list)
    : HardshipService.HardshipServiceBase
{
    public override Task<ApplyForRecognitionResponse> ApplyForRecognition(ApplyForRecognitionRequest request, ServerCallContext context) =>
        apply.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewRecognitionResponse> ReviewRecognition(ReviewRecognitionRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordObjectionResponse> RecordObjection(RecordObjectionRequest request, ServerCallContext context) =>
        objection.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ConfirmRecognitionResponse> ConfirmRecognition(ConfirmRecognitionRequest request, ServerCallContext context) =>
        confirm.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RevokeRecognitionResponse> RevokeRecognition(RevokeRecognitionRequest request, ServerCallContext context) =>
        revoke.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetRecognitionResponse> GetRecognition(GetRecognitionRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRecognitionsResponse> ListRecognitions(ListRecognitionsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
