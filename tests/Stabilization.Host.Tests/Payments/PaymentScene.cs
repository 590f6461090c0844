using Google.Rpc;
using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Payments;
using Wenye.Stabilization.Data;
using Client = Wenye.Contracts.Stabilization.V1.PaymentService.PaymentServiceClient;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>A city of its own with the people who pay there, on the day after publicity unless said otherwise.</summary>
internal sealed class PaymentScene
{
    public const long TenThousandYuan = 1_000_000;
    private readonly PaymentsFixture fixture;
    private readonly string agency = $"agency-{Guid.CreateVersion7():n}";

    public PaymentScene(PaymentsFixture fixture)
    {
        this.fixture = fixture;
        Pool = fixture.Pool();
        (Handler, Reviewer, Payer, Budgeter) = (As("stabilization"), As("stabilization-reviewer"), As("payer"), As("budget"));
    }

    public string Pool { get; }

    public Client Handler { get; }

    public Client Reviewer { get; }

    public Client Payer { get; }

    public Client Budgeter { get; }

    public Client As(params string[] roles) => On(fixture.After, roles);

    public Client On(ServiceUnderTest<StabilizationDbContext> replica, params string[] roles) => new(fixture.Calls(replica, agency, Pool, roles));

    public static string RequestId() => Guid.CreateVersion7().ToString();

    public static Date Day(int day) => new() { Year = 2020, Month = 7, Day = day };

    public NewPayable Payable(long fen = TenThousandYuan, bool publicity = false, string account = "6222000011112222", Fund fund = Fund.UnemploymentInsurance) => new(
        "stabilization.refund.general", Guid.CreateVersion7(), Payee: "91410100MA3C00011G", "济南某某机械有限公司", account, "某银行某支行", fund, Pool, Pool, fen, publicity);

    /// <summary>Payables that need no publicity.</summary>
    public async Task<IReadOnlyList<string>> DecidedAsync(int count, long fen = TenThousandYuan) =>
        [.. (await fixture.AddAsync([.. Enumerable.Range(0, count).Select(_ => Payable(fen))])).Select(id => id.ToString())];

    public async Task<Budget> AllotAsync(long fen, Fund fund = Fund.UnemploymentInsurance) => (await Budgeter.SetBudgetAsync(new()
    {
        RequestId = RequestId(), Fund = fund, Pool = Pool, Year = 2020, AmountFen = fen, Document = "某财社〔2020〕1号",
    })).Budget;

    public async Task<Budget> BudgetAsync() => (await Budgeter.ListBudgetsAsync(new() { Pool = Pool, Year = 2020 })).Budgets.Single();

    public async Task<ApprovePayablesResponse> ApproveAsync(IEnumerable<string> ids, string by = "") =>
        await Reviewer.ApprovePayablesAsync(new() { RequestId = RequestId(), PayableIds = { ids }, Handling = new Handling { Operator = by } });

    public async Task<PaymentBatch> BatchAsync(int most = 0, string by = "") => (await Payer.CreatePaymentBatchAsync(Batch(most, by))).Batch;

    public CreatePaymentBatchRequest Batch(int most = 0, string by = "") => new()
    {
        RequestId = RequestId(), Fund = Fund.UnemploymentInsurance, Pool = Pool, MaxPayments = most, Handling = new Handling { Operator = by },
    };

    public async Task<List<PaymentLine>> FileAsync(PaymentBatch batch)
    {
        using var call = Payer.StreamPaymentFile(new() { BatchId = batch.BatchId });
        return [.. (await call.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines)];
    }

    /// <summary>Decided, approved and sent; one payment.</summary>
    public async Task<(string PayableId, PaymentLine Line, PaymentBatch Batch)> SentAsync()
    {
        await AllotAsync(TenThousandYuan);
        var id = (await DecidedAsync(1)).Single();
        await ApproveAsync([id]);
        var batch = await BatchAsync();
        return (id, (await FileAsync(batch)).Single(), batch);
    }

    public Task<ImportBankReturnsResponse> AnswerAsync(params IEnumerable<BankReturnLine> lines) => AnswerAsync(Payer, lines);

    public static async Task<ImportBankReturnsResponse> AnswerAsync(Client payer, IEnumerable<BankReturnLine> lines)
    {
        using var call = payer.ImportBankReturns();
        foreach (var chunk in lines.Chunk(1000))
        {
            await call.RequestStream.WriteAsync(new ImportBankReturnsRequest { Lines = { chunk } });
        }

        await call.RequestStream.CompleteAsync();
        return await call;
    }

    public static BankReturnLine Paid(PaymentLine line, long row = 1) => new()
    {
        Row = row, PaymentNo = line.PaymentNo, Paid = true, BankReference = $"B{line.PaymentNo}", ValueDate = Day(20), AmountFen = line.AmountFen,
    };

    public static BankReturnLine Returned(PaymentLine line, long row = 1) => new()
    {
        Row = row, PaymentNo = line.PaymentNo, Reason = "账号户名不符", ValueDate = Day(20), AmountFen = line.AmountFen,
    };

    public async Task<Payable> GetAsync(string id) => (await Reviewer.GetPayableAsync(new() { PayableId = id })).Payable;

    public async Task<ReconcileResponse> ReconcileAsync() => await Reviewer.ReconcileAsync(new() { Pool = Pool });
}

/// <summary>Why calls were refused, as a client reads it.</summary>
internal static class Refused
{
    /// <summary>Code and reason of the refusal.</summary>
    public static async Task<(StatusCode Code, string Reason)> ByAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        return (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "");
    }

    public static async Task<IEnumerable<string>> FieldsOfAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? [];
    }
}
