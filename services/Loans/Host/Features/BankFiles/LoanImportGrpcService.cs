using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.BankFiles.GetLoanImport;
using Wenye.Loans.Features.BankFiles.ImportLoanEntries;
using Wenye.Loans.Features.BankFiles.ImportLoans;
using Wenye.Loans.Features.BankFiles.ListLoanImportFaults;
using Wenye.Loans.Features.BankFiles.ReconcileBook;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles;

/// <summary>The calls of files of banks (银行文件接口); each is a folder beside this file.</summary>
internal sealed class LoanImportGrpcService(
    ImportLoansHandler loans, ImportLoanEntriesHandler entries, GetLoanImportHandler get, ListLoanImportFaultsHandler faults, ReconcileBookHandler reconcile)
    : LoanImportService.LoanImportServiceBase
{
    public override Task<ImportLoansResponse> ImportLoans(IAsyncStreamReader<ImportLoansRequest> requestStream, ServerCallContext context) =>
        loans.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<ImportLoanEntriesResponse> ImportLoanEntries(IAsyncStreamReader<ImportLoanEntriesRequest> requestStream, ServerCallContext context) =>
        entries.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetLoanImportResponse> GetLoanImport(GetLoanImportRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListLoanImportFaultsResponse> ListLoanImportFaults(ListLoanImportFaultsRequest request, ServerCallContext context) =>
        faults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReconcileBookResponse> ReconcileBook(IAsyncStreamReader<ReconcileBookRequest> requestStream, ServerCallContext context) =>
        reconcile.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);
}
