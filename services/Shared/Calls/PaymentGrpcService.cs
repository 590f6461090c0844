using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments;
using Wenye.ServiceDefaults;

namespace Wenye.Calls;

/// <summary>The calls by which a service pays (资金拨付接口); what they do is in services/Shared/Payments.</summary>
/// <remarks>Compiled into each service that pays, under its own contract: <c>Contract</c> is the alias of its namespace (README.md).</remarks>
internal sealed class PaymentGrpcService(PaymentDesk desk) : Contract.PaymentService.PaymentServiceBase
{
    public override Task<StartPublicityResponse> StartPublicity(StartPublicityRequest request, ServerCallContext context) =>
        desk.Publicities.StartAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetPublicityResponse> GetPublicity(GetPublicityRequest request, ServerCallContext context) =>
        desk.Publicities.GetAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPublicitiesResponse> ListPublicities(ListPublicitiesRequest request, ServerCallContext context) =>
        desk.Notices.ListAsync(request, context.CancellationToken);

    public override Task<ListPublicityLinesResponse> ListPublicityLines(ListPublicityLinesRequest request, ServerCallContext context) =>
        desk.Notices.ListLinesAsync(request, context.CancellationToken);

    public override Task<RaiseObjectionResponse> RaiseObjection(RaiseObjectionRequest request, ServerCallContext context) =>
        desk.Objections.RaiseAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ResolveObjectionResponse> ResolveObjection(ResolveObjectionRequest request, ServerCallContext context) =>
        desk.Objections.ResolveAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ApprovePayablesResponse> ApprovePayables(ApprovePayablesRequest request, ServerCallContext context) =>
        desk.Approvals.ApproveAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SetBudgetResponse> SetBudget(SetBudgetRequest request, ServerCallContext context) =>
        desk.Budgets.SetAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListBudgetsResponse> ListBudgets(ListBudgetsRequest request, ServerCallContext context) =>
        desk.Budgets.ListAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CreatePaymentBatchResponse> CreatePaymentBatch(CreatePaymentBatchRequest request, ServerCallContext context) =>
        desk.Batches.CreateAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetPaymentBatchResponse> GetPaymentBatch(GetPaymentBatchRequest request, ServerCallContext context) =>
        desk.Batches.GetAsync(request, Caller.From(context), context.CancellationToken);

    public override Task StreamPaymentFile(
        StreamPaymentFileRequest request, IServerStreamWriter<StreamPaymentFileResponse> responseStream, ServerCallContext context) =>
        desk.Files.StreamAsync(request, responseStream, Caller.From(context), context.CancellationToken);

    public override Task<ImportBankReturnsResponse> ImportBankReturns(IAsyncStreamReader<ImportBankReturnsRequest> requestStream, ServerCallContext context) =>
        desk.Returns.ImportAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<CorrectAccountResponse> CorrectAccount(CorrectAccountRequest request, ServerCallContext context) =>
        desk.Corrections.CorrectAccountAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DropPayableResponse> DropPayable(DropPayableRequest request, ServerCallContext context) =>
        desk.Corrections.DropAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordRecoveryResponse> RecordRecovery(RecordRecoveryRequest request, ServerCallContext context) =>
        desk.Recoveries.RecordAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetPayableResponse> GetPayable(GetPayableRequest request, ServerCallContext context) =>
        desk.Queries.GetAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPayablesResponse> ListPayables(ListPayablesRequest request, ServerCallContext context) =>
        desk.Queries.ListAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListLedgerEntriesResponse> ListLedgerEntries(ListLedgerEntriesRequest request, ServerCallContext context) =>
        desk.Queries.ListEntriesAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReconcileResponse> Reconcile(ReconcileRequest request, ServerCallContext context) =>
        desk.Reconciliation.RunAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetFundStatementResponse> GetFundStatement(GetFundStatementRequest request, ServerCallContext context) =>
        desk.Statements.GetAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFundStatementsResponse> ListFundStatements(ListFundStatementsRequest request, ServerCallContext context) =>
        desk.Statements.ListAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordFundFiguresResponse> RecordFundFigures(RecordFundFiguresRequest request, ServerCallContext context) =>
        desk.Months.RecordAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CloseFundMonthResponse> CloseFundMonth(CloseFundMonthRequest request, ServerCallContext context) =>
        desk.Months.CloseAsync(request, Caller.From(context), context.CancellationToken);
}
