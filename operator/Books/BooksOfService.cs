using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using LoanPayments = Wenye.Contracts.Loans.V1.PaymentService.PaymentServiceClient;
using StabilizationPayments = Wenye.Contracts.Stabilization.V1.PaymentService.PaymentServiceClient;
using TrainingPayments = Wenye.Contracts.Training.V1.PaymentService.PaymentServiceClient;
using WelfarePostPayments = Wenye.Contracts.WelfarePosts.V1.PaymentService.PaymentServiceClient;

namespace Wenye.Operator.Books;

/// <summary>A service that pays, with the calls that look at its books (有基金账的服务).</summary>
/// <param name="Name">In Chinese.</param>
/// <param name="Client">Of its PaymentService.</param>
/// <param name="ReconcileAsync">对账.</param>
/// <param name="MonthsAsync">月度对账情况.</param>
internal sealed record BooksOfService(
    string Name, ClientBase Client,
    Func<ReconcileRequest, CallOptions, AsyncUnaryCall<ReconcileResponse>> ReconcileAsync,
    Func<ListFundStatementsRequest, CallOptions, AsyncUnaryCall<ListFundStatementsResponse>> MonthsAsync)
{
    /// <summary>All of them (有基金账的服务清单): each keeps its own part of the funds. A further one is a line here and one below.</summary>
    public static IReadOnlyList<BooksOfService> All(CallInvoker calls) =>
        [Of(new StabilizationPayments(calls)), Of(new TrainingPayments(calls)), Of(new LoanPayments(calls)), Of(new WelfarePostPayments(calls))];

    private static BooksOfService Of(StabilizationPayments client) => new("援企稳岗", client, client.ReconcileAsync, client.ListFundStatementsAsync);

    private static BooksOfService Of(TrainingPayments client) => new("职业培训", client, client.ReconcileAsync, client.ListFundStatementsAsync);

    private static BooksOfService Of(LoanPayments client) => new("创业担保贷款", client, client.ReconcileAsync, client.ListFundStatementsAsync);

    private static BooksOfService Of(WelfarePostPayments client) => new("公益性岗位", client, client.ReconcileAsync, client.ListFundStatementsAsync);
}
