using System.Globalization;
using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>What a test does at the office of one pool.</summary>
public sealed class RefundOffice(RefundFixture fixture, string pool)
{
    private readonly FirmDataService.FirmDataServiceClient feeds = new(fixture.Service.Calls(fixture.Token(pool, Roles.FirmData)));
    private int firms;

    public string Pool => pool;

    public string County => $"{pool[..4]}02";

    public RefundService.RefundServiceClient Refunds { get; } = new(fixture.Service.Calls(fixture.Token(pool, Roles.Stabilization)));

    public RefundService.RefundServiceClient Reviewer { get; } = new(fixture.Service.Calls(fixture.Token(pool, Roles.StabilizationReviewer)));

    public RefundService.RefundServiceClient Portal { get; } = new(fixture.Service.Calls(fixture.Token(pool, Roles.FirmPortal)));

    public ScreeningService.ScreeningServiceClient Screenings { get; } = new(fixture.Service.Calls(fixture.Token(pool, Roles.Stabilization)));

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
            new()
            {
                Firm = new()
                {
                    CreditCode = code, Name = $"虚构企业{code[^4..]}有限公司", Division = County, Industry = "C13", InsuredSince = "2015-01",
                    IndustryPolicyOk = true, ZombieOrDishonestOrBankrupt = false, Priority = Priority.None, ToRecoverFen = 0,
                    BankAccount = account, BankName = account.Length > 0 ? "虚构银行" : "", Phone = "13900000000",
                },
            },
            .. Months(code, paidFen),
            new() { Finance = finance },
        ]);
        return code;
    }

    /// <summary>Twelve months of 2019, and those of 2020 so far.</summary>
    public static IEnumerable<FirmDataRow> Months(string code, long paidFen) =>
        Enumerable.Range(0, 18).Select(month => new FirmDataRow
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
