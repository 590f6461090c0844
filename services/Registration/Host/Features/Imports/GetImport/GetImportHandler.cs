using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.GetImport;

/// <summary>How far an import is (导入进度).</summary>
internal sealed class GetImportHandler(RegistrationDbContext database)
{
    public async Task<GetImportResponse> HandleAsync(GetImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = (await database.ImportAsync(request.ImportId, caller, cancellation)).ToContract() };
}
