using System.Globalization;
using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Testing;
using RefundCase = Wenye.Contracts.Stabilization.V1.RefundCase;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>What a test does at the office of one pool.</summary>
public sealed class RefundOffice(RefundFixture fixture, ServiceUnderTest<StabilizationDbContext> service, string pool)
{
    private readonly FirmDataService.FirmDataServiceClient feeds = new(service.Calls(fixture.Token(pool, Roles.FirmData)));
    private int firms;

    public string Pool => pool;

    public string County => $"{pool[..4]}02";

    public RefundService.RefundServiceClient Refunds { get; } = new(service.Calls(fixture.Token(pool, Roles.Stabilization)));

    public RefundService.RefundServiceClient Reviewer { get; } = new(service.Calls(fixture.Token(pool, Roles.StabilizationReviewer)));

    public RefundService.RefundServiceClient Portal { get; } = new(service.Calls(fixture.Token(pool, Roles.FirmPortal)));

    public ScreeningService.ScreeningServiceClient Screenings { get; } = new(service.Calls(fixture.Token(pool, Roles.Stabilization)));

    /// <summary>What the differences of two screenings are.</summary>
    public async Task<IReadOnlyDictionary<string, ScreeningDifference>> CompareAsync(string earlier, string later)
    {
        using var call = Screenings.CompareScreenings(new() { EarlierScreeningId = earlier, LaterScreeningId = later });
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        return messages.SelectMany(message => message.Differences).ToDictionary(one => one.CreditCode);
    }

    public async Task<OpenRecoveriesResponse> RecoverAsync(string earlier, string later) =>
        await Refunds.OpenRecoveriesAsync(new() { RequestId = NewId(), EarlierScreeningId = earlier, LaterScreeningId = later, Handling = By });

    public FirmDataService.FirmDataServiceClient Feeds => feeds;

    /// <summary>The same office in a replica whose clock stands elsewhere.</summary>
    public RefundOffice In(ServiceUnderTest<StabilizationDbContext> replica) => new(fixture, replica, pool);

    public static Handling By => new() { Operator = "试验员甲" };

    public static string NewId() => $"{Guid.CreateVersion7():n}";

    /// <summary>Imports rows; none may be at fault.</summary>
    public async Task ImportAsync(params FirmDataRow[] rows)
    {
        using var call = feeds.ImportFirmData();
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewId() } });
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Row = i + 1;
        }

        await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        (await call).Faults.ShouldBeEmpty();
    }

    /// <summary>A firm of industry, 24 people, paying 1,000.00 yuan a month through 2019, none laid off: what it paid is refunded.</summary>
    /// <param name="paidFen">Paid a month, fen.</param>
    /// <param name="account">Its account; empty: unknown.</param>
    public async Task<string> NewFirmAsync(long paidFen = 100_000, string account = "6200000000000000", Action<FinanceRow>? accounts = null)
    {
        var code = ScreenedFirms.CodeOf((int.Parse(pool[2..4], CultureInfo.InvariantCulture) * 1000) + Interlocked.Increment(ref firms));
        var finance = new FinanceRow { CreditCode = code, Year = 2019, RevenueFen = 500_000_000, ProfitFen = 1_000_000, AssetsFen = 400_000_000, LiabilitiesFen = 200_000_000, Employees = 24 };
        accounts?.Invoke(finance);
        await ImportAsync(
        [
            FirmRow(code, account),
            .. Months(code, paidFen),
            new() { Finance = finance },
        ]);
        return code;
    }

    /// <summary>What is said of the firm itself.</summary>
    public FirmDataRow FirmRow(string code, string account = "6200000000000000", Action<FirmRow>? but = null)
    {
        var row = new FirmRow
        {
            CreditCode = code, Name = $"虚构企业{code[^4..]}有限公司", Division = County, Industry = "C13", InsuredSince = "2015-01",
            IndustryPolicyOk = true, ZombieOrDishonestOrBankrupt = false, Priority = Priority.None, ToRecoverFen = 0,
            BankAccount = account, BankName = account.Length > 0 ? "虚构银行" : "", Phone = "13900000000",
        };
        but?.Invoke(row);
        return new() { Firm = row };
    }

    /// <summary>What an earlier system paid this year.</summary>
    public static FirmDataRow Drew(string code, long fen, RefundKind kind = RefundKind.General) =>
        new() { PastRefund = new() { CreditCode = code, Year = 2020, Kind = kind, PaidFen = fen } };

    /// <summary>Has the firms' cases confirmed, and everything that is decided in the pool approved, sent and paid by the bank.</summary>
    public async Task PayAsync(params string[] confirmed)
    {
        foreach (var code in confirmed)
        {
            await Portal.ConfirmRefundAsync(Confirmation(await CaseOfAsync(code)));
        }

        await PayOnlyAsync();
    }

    /// <summary>The same of all that is decided, or of one firm's.</summary>
    public async Task PayOnlyAsync(string payee = "")
    {
        var (reviewer, payer) = (Payments(Roles.StabilizationReviewer), Payments(Roles.Payer));
        await Payments(Roles.Budget).SetBudgetAsync(
            new() { RequestId = NewId(), Fund = Fund.UnemploymentInsurance, Pool = pool, Year = 2020, AmountFen = 100_000_000, Document = "虚构财社〔2020〕1号" });
        var payables = (await reviewer.ListPayablesAsync(new() { Pool = pool, State = PayableState.Decided, Payee = payee, PageSize = 1000 })).Payables;

        // The days of publicity are another test's: RefundWayTests, PaymentWayTests.
        await fixture.Database.ReadAsync<long>("with listed as (update payable set needs_publicity = false where pool = $1 returning 1) select count(*) from listed", pool);
        await reviewer.ApprovePayablesAsync(new() { RequestId = NewId(), PayableIds = { payables.Select(payable => payable.PayableId) } });
        var batch = (await payer.CreatePaymentBatchAsync(new() { RequestId = NewId(), Fund = Fund.UnemploymentInsurance, Pool = pool })).Batch;
        using var file = payer.StreamPaymentFile(new() { BatchId = batch.BatchId });
        var lines = (await file.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines).ToList();
        using var answer = payer.ImportBankReturns();
        await answer.RequestStream.WriteAsync(new()
        {
            Lines =
            {
                lines.Select((line, i) => new BankReturnLine
                {
                    Row = i + 1, PaymentNo = line.PaymentNo, Paid = true, BankReference = $"B{line.PaymentNo}", ValueDate = RefundFixture.Today.ToContract(), AmountFen = line.AmountFen,
                }),
            },
        });
        await answer.RequestStream.CompleteAsync();
        (await answer).Paid.ShouldBe(lines.Count);
    }

    /// <summary>The bank tells that a firm gave back.</summary>
    public async Task GiveBackAsync(string code, long fen) => await Payments(Roles.Payer).RecordRecoveryAsync(new()
    {
        RequestId = NewId(), PayableId = (await CaseOfAsync(code)).PayableId, AmountFen = fen, BankReference = $"R{NewId()}", ValueDate = RefundFixture.Today.ToContract(),
    });

    /// <summary>Payments of the pool, with one role.</summary>
    public PaymentService.PaymentServiceClient Payments(string role) => new(service.Calls(fixture.Token(pool, role)));

    /// <summary>Twelve months of 2019, and those of 2020 so far.</summary>
    public static IEnumerable<FirmDataRow> Months(string code, long paidFen, int months = 18) =>
        Enumerable.Range(0, months).Select(month => new FirmDataRow
        {
            Contribution = new()
            {
                CreditCode = code, Month = $"{2019 + (month / 12)}-{(month % 12) + 1:00}", Insured = 24, DueFen = paidFen, PaidFen = paidFen, Relief = ContributionRelief.None,
            },
        });

    /// <summary>Screens the pool to the end.</summary>
    public async Task<string> ScreenAsync(DateOnly? asOf = null, RefundKind kind = RefundKind.General)
    {
        var started = await Screenings.StartScreeningAsync(new() { RequestId = NewId(), Region = pool, AsOf = (asOf ?? RefundFixture.Today).ToContract(), Kind = kind });
        return (await RefundFixture.EndedAsync(Screenings, started.Screening.ScreeningId)).ScreeningId;
    }

    public async Task<OpenRefundCasesResponse> OpenAsync(string screening) =>
        await Refunds.OpenRefundCasesAsync(new() { RequestId = NewId(), ScreeningId = screening, Handling = By });

    /// <summary>The firm's newest case.</summary>
    public async Task<RefundCase> CaseOfAsync(string creditCode)
    {
        var all = await Refunds.ListRefundCasesAsync(new() { Division = pool, PageSize = 1000 });
        return all.RefundCases.Last(refund => refund.CreditCode == creditCode);
    }

    public static ConfirmRefundRequest Confirmation(RefundCase refund) => new()
    {
        RequestId = NewId(), CaseId = refund.CaseId, Commitment = "2020-1", CommitsIndustryPolicy = true, SignedBy = "试验员乙",
    };

    /// <summary>What a call ended with.</summary>
    public static async Task<RpcException> RefusedAsync(Func<Task> call) => await Should.ThrowAsync<RpcException>(call);
}
