using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.GetLoanImport;

/// <summary>How far an import of the caller is (导入进度).</summary>
internal sealed class GetLoanImportHandler(LoansDbContext database)
{
    public async Task<GetLoanImportResponse> HandleAsync(GetLoanImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = BankImports.Of(await database.ImportAsync<LoanImport>(request.ImportId, caller, cancellation)) };
}
