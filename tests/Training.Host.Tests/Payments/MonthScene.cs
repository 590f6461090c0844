using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Client = Wenye.Contracts.Training.V1.PaymentService.PaymentServiceClient;

namespace Wenye.Training.Host.Tests.Payments;

/// <summary>A city with books of its own, worked on in July and August and reconciled in September.</summary>
internal sealed class MonthScene(TrainingFixture fixture)
{
    public const long TenThousandYuan = 1_000_000;
    public const string July = "2020-07";
    private static int cities;

    public static readonly DateOnly InJuly = new(2020, 7, 10);
    public static readonly DateOnly InAugust = new(2020, 8, 3);

    /// <summary>Nobody else pays here.</summary>
    public string Pool { get; } = $"51{Interlocked.Increment(ref cities):00}00";

    public Client As(string role, DateOnly? day = null, string? division = null) => new(fixture.On(day ?? TrainingFixture.Today, division ?? Pool, role));

    /// <summary>Whoever reconciles.</summary>
    public Client Books => As(Roles.Budget);

    public static string RequestId() => Guid.CreateVersion7().ToString();

    public static FundFigures Figures(long opening, long entered, long paid, long returned, long closing) =>
        new() { OpeningFen = opening, InFen = entered, OutFen = paid, ReturnedFen = returned, ClosingFen = closing };

    public SetBudgetRequest Budget(long fen) => new()
    {
        RequestId = RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool, Year = 2020, AmountFen = fen, Document = "某财社〔2020〕1号",
    };

    public Task AllotAsync(DateOnly day, long fen) => As(Roles.Budget, day).SetBudgetAsync(Budget(fen)).ResponseAsync;

    /// <summary>So many payments of 10,000 yuan sent to the bank on a day.</summary>
    public async Task<IReadOnlyList<PaymentLine>> SendAsync(DateOnly day, int count)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var payables = Enumerable.Range(0, count).Select(_ => new NewPayable(
            "training.subsidy", Guid.CreateVersion7(), People.EmployerCode, "某某职业培训学校", "37010000000000009999", "某银行",
            Fund.SkillsSpecialAccount, Pool, Pool, TenThousandYuan, NeedsPublicity: false));
        var ids = await scope.ServiceProvider.GetRequiredService<Payables>().AddAsync([.. payables], new HandledBy("agency", Pool, DateTimeOffset.UnixEpoch), default);
        await transaction.CommitAsync();
        await As(Roles.TrainingReviewer, day).ApprovePayablesAsync(new() { RequestId = RequestId(), PayableIds = { ids.Select(id => id.ToString()) } });
        var batch = (await As(Roles.Payer, day).CreatePaymentBatchAsync(new() { RequestId = RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool })).Batch;
        using var file = As(Roles.Payer, day).StreamPaymentFile(new() { BatchId = batch.BatchId });
        return [.. (await file.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines)];
    }

    /// <summary>The bank says that it paid.</summary>
    /// <param name="bookedOn">When we hear of it.</param>
    /// <param name="valueDate">The bank's day.</param>
    /// <param name="lines">Which.</param>
    public async Task PaidAsync(DateOnly bookedOn, DateOnly valueDate, params IEnumerable<PaymentLine> lines)
    {
        using var call = As(Roles.Payer, bookedOn).ImportBankReturns();
        await call.RequestStream.WriteAsync(new()
        {
            Lines =
            {
                lines.Select((line, index) => new BankReturnLine
                {
                    Row = index + 1, PaymentNo = line.PaymentNo, Paid = true, BankReference = $"B{line.PaymentNo}", ValueDate = valueDate.ToContract(), AmountFen = line.AmountFen,
                }),
            },
        });
        await call.RequestStream.CompleteAsync();
        (await call).FaultCount.ShouldBe(0);
    }

    public async Task RecoverAsync(DateOnly day, PaymentLine line, long fen)
    {
        var payables = (await As(Roles.Payer, day).ListPayablesAsync(new() { Pool = Pool, State = PayableState.Paid })).Payables;
        await As(Roles.Payer, day).RecordRecoveryAsync(new()
        {
            RequestId = RequestId(), PayableId = payables[0].PayableId, AmountFen = fen, BankReference = $"R{line.PaymentNo}", ValueDate = day.ToContract(),
        });
    }

    /// <summary>July: 100,000 yuan allotted, 20,000 paid and 1,000 taken back; 10,000 more that the bank paid on July 31 and we heard of in August.</summary>
    public async Task JulyAsync()
    {
        await AllotAsync(InJuly, 10 * TenThousandYuan);
        var lines = await SendAsync(InJuly, 3);
        await PaidAsync(InJuly, InJuly, lines.Take(2));
        await RecoverAsync(InJuly, lines[0], TenThousandYuan / 10);
        await PaidAsync(InAugust, new(2020, 7, 31), lines.Skip(2));
    }

    /// <summary>What finance states of July when it counts as our books do.</summary>
    public static FundFigures AsBooked => Figures(0, 10_000_000, 2_000_000, 100_000, 8_100_000);

    /// <summary>What finance states of July when it counts as the bank does.</summary>
    public static FundFigures AsBanked => Figures(0, 10_000_000, 3_000_000, 100_000, 7_100_000);

    public RecordFundFiguresRequest Stating(FundFigures figures, string month = July) => new()
    {
        RequestId = RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool, Month = month, Figures = figures, Document = "对账单7号",
        Handling = new Handling { Operator = "钱会计" },
    };

    public CloseFundMonthRequest Closing(int number, string month = July) => new()
    {
        RequestId = RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool, Month = month, StatementNumber = number, Handling = new Handling { Operator = "孙会计" },
    };

    public async Task<FundStatement> StateAsync(FundFigures figures) => (await Books.RecordFundFiguresAsync(Stating(figures))).Statement;

    public async Task<FundStatement> CloseAsync(int number) => (await Books.CloseFundMonthAsync(Closing(number))).Statement;

    public async Task<FundStatement> GetAsync(string month = July) =>
        (await As(Roles.TrainingReviewer).GetFundStatementAsync(new() { Fund = Fund.SkillsSpecialAccount, Pool = Pool, Month = month })).Statement;
}
