using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Files.GetTrainingFile;

namespace Wenye.Training.Features.Files;

/// <summary>The call of training files (职业培训电子档案接口).</summary>
internal sealed class TrainingFileGrpcService(GetTrainingFileHandler get) : TrainingFileService.TrainingFileServiceBase
{
    public override Task<GetTrainingFileResponse> GetTrainingFile(GetTrainingFileRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
