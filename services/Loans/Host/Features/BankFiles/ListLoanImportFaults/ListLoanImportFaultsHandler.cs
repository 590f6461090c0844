using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ListLoanImportFaults;

/// <summary>Every fault of an import of the caller (错误行).</summary>
internal sealed class ListLoanImportFaultsHandler(LoansDbContext database)
{
    public async Task<ListLoanImportFaultsResponse> HandleAsync(ListLoanImportFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<LoanImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListLoanImportFaultsResponse { Faults = { faults.Select(BankImports.Of) }, NextPageToken = next };
    }
}
