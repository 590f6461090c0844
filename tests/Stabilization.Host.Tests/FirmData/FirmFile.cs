using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;

namespace Wenye.Stabilization.Host.Tests.FirmData;

/// <summary>A file of firm data as an agency sends it; rows number themselves.</summary>
public sealed class FirmFile
{
    private static int lastCode;

    public List<FirmDataRow> Rows { get; } = [];

    /// <summary>A valid credit code that no other test uses.</summary>
    public static string NewCode()
    {
        var body = $"0370{Interlocked.Increment(ref lastCode):0000}";
        var organisation = body + UnifiedSocialCreditCode.OrganisationCheck(body);
        var start = $"91370102{organisation}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }

    /// <summary>A firm about which everything is established but its months, accounts and layoffs.</summary>
    public FirmFile Firm(string code, string division = "370102", Action<FirmRow>? change = null)
    {
        var firm = new FirmRow
        {
            CreditCode = code,
            Name = "测试企业",
            Division = division,
            Industry = "C1711",
            InsuredSince = "2010-01",
            IndustryPolicyOk = true,
            ZombieOrDishonestOrBankrupt = false,
            Priority = Priority.None,
            ToRecoverFen = 0,
            BankAccount = "37010000000000001234",
            BankName = "测试银行",
            Phone = "13900001234",
        };
        change?.Invoke(firm);
        return Add(new() { Firm = firm });
    }

    public FirmFile Month(
        string code, string month, int insured = 10, long due = 1000, long? paid = null, ContributionRelief relief = ContributionRelief.None) =>
        Add(new() { Contribution = new() { CreditCode = code, Month = month, Insured = insured, DueFen = due, PaidFen = paid ?? due, Relief = relief } });

    /// <summary>Twelve months alike.</summary>
    public FirmFile Year(string code, int year, int insured = 10, long due = 1000)
    {
        for (var month = 1; month <= 12; month++)
        {
            Month(code, $"{year}-{month:00}", insured, due);
        }

        return this;
    }

    public FirmFile Reduction(string code, string month, int people, ReductionKind kind = ReductionKind.Dismissed) =>
        Add(new() { Reduction = new() { CreditCode = code, Month = month, Kind = kind, People = people } });

    public FirmFile Finance(string code, int year, long revenue = 100_000_000, long profit = 1, long assets = 1000, long liabilities = 500, int employees = 50) =>
        Add(new() { Finance = new() { CreditCode = code, Year = year, RevenueFen = revenue, ProfitFen = profit, AssetsFen = assets, LiabilitiesFen = liabilities, Employees = employees } });

    public FirmFile Fund(string pool, string month, string months) =>
        Add(new() { Fund = new() { Pool = pool, Month = month, BalanceFen = 1_000_000, MonthsCovered = months } });

    public FirmFile Benefit(string division, int year, long fen) =>
        Add(new() { BenefitStandard = new() { Division = division, From = new() { Year = year, Month = 1, Day = 1 }, MonthlyFen = fen } });

    public FirmFile PastRefund(string code, int year, long fen, RefundKind kind = RefundKind.General) =>
        Add(new() { PastRefund = new() { CreditCode = code, Year = year, Kind = kind, PaidFen = fen } });

    public FirmFile Complete(string pool, int year, Feed feed, bool complete = true) =>
        Add(new() { Feed = new() { Pool = pool, Year = year, Feed = feed, Complete = complete } });

    public FirmFile Add(FirmDataRow row)
    {
        row.Row = Rows.Count + 1;
        Rows.Add(row);
        return this;
    }
}

/// <summary>An agency that delivers firm data.</summary>
public sealed class FirmAgency(CallInvoker calls)
{
    public FirmDataService.FirmDataServiceClient Client { get; } = new(calls);

    public Task<ImportFirmDataResponse> ImportAsync(FirmFile file, string importId = "file") => ImportAsync(importId, file.Rows);

    public async Task<ImportFirmDataResponse> ImportAsync(string importId, IReadOnlyList<FirmDataRow> rows, int rowsAMessage = 500)
    {
        using var call = Client.ImportFirmData();
        return await call.AnswerAsync(() => SendAsync(call, importId, rows, rowsAMessage));
    }

    public static async Task SendAsync(
        AsyncClientStreamingCall<ImportFirmDataRequest, ImportFirmDataResponse> call, string? importId, IReadOnlyList<FirmDataRow> rows, int rowsAMessage)
    {
        if (importId is not null)
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = importId } });
        }

        foreach (var part in rows.Chunk(rowsAMessage))
        {
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { part } } });
        }
    }

    /// <summary>The facts of a refund by name.</summary>
    public async Task<IDictionary<string, string>> FactsAsync(string code, int month = 7, RefundKind kind = RefundKind.General) =>
        (await Client.GetFirmAsync(new() { CreditCode = code, AsOf = new() { Year = 2020, Month = month, Day = 9 }, Kind = kind })).Facts;
}
