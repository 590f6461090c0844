using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision.GetMarkImport;

/// <summary>How far an import of the caller is (导入进度).</summary>
internal sealed class GetMarkImportHandler(WelfarePostsDbContext database)
{
    public async Task<GetMarkImportResponse> HandleAsync(GetMarkImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = (await database.MarksAsync(request.ImportId, caller, cancellation)).ToContract() };
}
