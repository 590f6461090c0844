using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>From what is payable to money, as every service that pays has it: publicity, budget, approval, batch, the bank's answer, reconciliation.</summary>
/// <param name="service">The PaymentService of whose contract.</param>
/// <param name="fund">资金渠道.</param>
/// <param name="pool">统筹地区.</param>
internal sealed class PayingAct(ServiceDescriptor service, Fund fund, string pool)
{
    private const long BudgetFen = 100_000_000;

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    /// <param name="system">Running; its day goes on to the end of the publicity.</param>
    /// <param name="reviewer">Publicises and approves.</param>
    /// <param name="title">Of the public list.</param>
    /// <param name="payables">All of one fund and pool.</param>
    /// <param name="shown">What is shown of the list while it is public; null: nothing more.</param>
    public async Task<bool> RunAsync(RunningSystem system, Agency reviewer, string title, IReadOnlyList<string> payables, Func<Publicity, Task>? shown = null)
    {
        using var budgeter = await system.SignInAsync("budget");
        using var payer = await system.SignInAsync("payer");
        var list = (await AskAsync<StartPublicityRequest, StartPublicityResponse>(
            reviewer, "StartPublicity", new() { RequestId = NewRequestId(), Title = title, Pool = pool, PayableIds = { payables }, Handling = Officer("测复核") })).Publicity;
        Line($"{Text(list.From)} 至 {Text(list.To)}（{list.WorkingDays} 个工作日；{list.TermSource}）");
        await (shown?.Invoke(list) ?? Task.CompletedTask);
        system.Clock.Set(From(list.To).AddDays(1));

        Step("公示期满（开发系统的日期推后）：下达预算，批准，拨付，银行回盘，对账");
        var year = system.Clock.Today.Year;
        await AskAsync<SetBudgetRequest, SetBudgetResponse>(
            budgeter, "SetBudget", new() { RequestId = NewRequestId(), Fund = fund, Pool = pool, Year = year, AmountFen = BudgetFen, Document = $"虚构财〔{year}〕1号", Handling = Officer("测预算") });
        var approved = await AskAsync<ApprovePayablesRequest, ApprovePayablesResponse>(
            reviewer, "ApprovePayables", new() { RequestId = NewRequestId(), PayableIds = { payables }, Handling = Officer("测复核") });
        Show(approved.NotApproved);
        var batch = (await AskAsync<CreatePaymentBatchRequest, CreatePaymentBatchResponse>(
            payer, "CreatePaymentBatch", new() { RequestId = NewRequestId(), Fund = fund, Pool = pool, Handling = Officer("测出纳") })).Batch;
        var answered = await DemoBank.AnswerAsync(
            payer.Invoker.AsyncServerStreamingCall(
                Method<StreamPaymentFileRequest, StreamPaymentFileResponse>(MethodType.ServerStreaming, "StreamPaymentFile"), null, With(payer), new() { BatchId = batch.BatchId }),
            () => payer.Invoker.AsyncClientStreamingCall(
                Method<ImportBankReturnsRequest, ImportBankReturnsResponse>(MethodType.ClientStreaming, "ImportBankReturns"), null, With(payer)),
            system.Clock.Today);
        var books = await AskAsync<ReconcileRequest, ReconcileResponse>(reviewer, "Reconcile", new() { Pool = pool, Year = year });
        Line($"批准 {approved.Approved} 项，已付 {answered.Paid} 笔共 {StabilizationDemo.Yuan(batch.AmountFen)} 元，对账差异 {books.Differences.Count} 项");
        return approved.Approved == payables.Count && answered.Paid == batch.Payments && books.Differences.Count == 0;
    }

    private Task<TResponse> AskAsync<TRequest, TResponse>(Agency agency, string method, TRequest request)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        agency.Invoker.AsyncUnaryCall(Method<TRequest, TResponse>(MethodType.Unary, method), null, With(agency), request).ResponseAsync;

    // The messages are the same in every such contract; only the service's name differs.
    private Method<TRequest, TResponse> Method<TRequest, TResponse>(MethodType type, string name)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() => new(type, service.FullName, name, Marshaller<TRequest>(), Marshaller<TResponse>());

    private static Marshaller<T> Marshaller<T>()
        where T : class, IMessage<T>, new() => Marshallers.Create(message => message.ToByteArray(), new MessageParser<T>(() => new T()).ParseFrom);

    private static CallOptions With(Agency agency) => new(agency.Headers);
}
