using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using ApplicationImport = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports.GetImport;

/// <summary>How far an import is (导入进度).</summary>
internal sealed class GetImportHandler(RegistrationDbContext database)
{
    public async Task<GetImportResponse> HandleAsync(GetImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = (await database.ImportAsync<ApplicationImport>(request.ImportId, caller, cancellation)).ToContract() };
}
