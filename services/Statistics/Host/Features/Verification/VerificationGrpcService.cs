using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Verification.CompareRegister;
using Wenye.Statistics.Features.Verification.DrawSample;
using Wenye.Statistics.Features.Verification.GetDoubt;
using Wenye.Statistics.Features.Verification.GetJump;
using Wenye.Statistics.Features.Verification.GetSample;
using Wenye.Statistics.Features.Verification.ListDoubts;
using Wenye.Statistics.Features.Verification.ListJumps;
using Wenye.Statistics.Features.Verification.ListRegisterDifferences;
using Wenye.Statistics.Features.Verification.ListSampleRecords;
using Wenye.Statistics.Features.Verification.ListSamples;
using Wenye.Statistics.Features.Verification.RecordSampleFinding;
using Wenye.Statistics.Features.Verification.ResolveDoubt;

namespace Wenye.Statistics.Features.Verification;

/// <summary>The calls of verification (数据核实接口); each is a folder beside this.</summary>
internal sealed class VerificationGrpcService(
    ListDoubtsHandler doubts, GetDoubtHandler doubt, ResolveDoubtHandler resolve, DrawSampleHandler draw, ListSamplesHandler samples, GetSampleHandler sample,
    ListSampleRecordsHandler records, RecordSampleFindingHandler finding, CompareRegisterHandler compare,
    ListRegisterDifferencesHandler differences, ListJumpsHandler jumps, GetJumpHandler jump)
    : VerificationService.VerificationServiceBase
{
    public override Task<ListDoubtsResponse> ListDoubts(ListDoubtsRequest request, ServerCallContext context) =>
        doubts.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetDoubtResponse> GetDoubt(GetDoubtRequest request, ServerCallContext context) =>
        doubt.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ResolveDoubtResponse> ResolveDoubt(ResolveDoubtRequest request, ServerCallContext context) =>
        resolve.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DrawSampleResponse> DrawSample(DrawSampleRequest request, ServerCallContext context) =>
        draw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListSamplesResponse> ListSamples(ListSamplesRequest request, ServerCallContext context) =>
        samples.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetSampleResponse> GetSample(GetSampleRequest request, ServerCallContext context) =>
        sample.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListSampleRecordsResponse> ListSampleRecords(ListSampleRecordsRequest request, ServerCallContext context) =>
        records.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordSampleFindingResponse> RecordSampleFinding(RecordSampleFindingRequest request, ServerCallContext context) =>
        finding.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CompareRegisterResponse> CompareRegister(CompareRegisterRequest request, ServerCallContext context) =>
        compare.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRegisterDifferencesResponse> ListRegisterDifferences(ListRegisterDifferencesRequest request, ServerCallContext context) =>
        differences.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListJumpsResponse> ListJumps(ListJumpsRequest request, ServerCallContext context) =>
        jumps.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetJumpResponse> GetJump(GetJumpRequest request, ServerCallContext context) =>
        jump.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
