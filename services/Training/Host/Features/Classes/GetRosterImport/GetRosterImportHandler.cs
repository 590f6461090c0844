using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.GetRosterImport;

/// <summary>How far a roster is (名册导入进度).</summary>
internal sealed class GetRosterImportHandler(TrainingDbContext database)
{
    public async Task<GetRosterImportResponse> HandleAsync(GetRosterImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = (await database.ImportAsync<TrainingImport>(request.ImportId, caller, cancellation)).ToContract() };
}
