using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.FirmData;

/// <summary>Import of firm data: good rows are taken, bad ones told, a cut doubles nothing, a row replaces what was said before.</summary>
public sealed class FirmDataImportTests(StabilizationFixture fixture)
{
    private readonly FirmAgency agency = new(fixture.Calls("370100", "firm-data"));
    private readonly string code = FirmFile.NewCode();

    public static TheoryData<string, string, Action<FirmDataRow>> Spoilt => new()
    {
        { "firm.credit_code", "firm", row => row.Firm.CreditCode = "91370102" },
        { "firm.credit_code", "firm", row => row.Firm.CreditCode = "91370102MA3C0A0A00" },
        { "firm.name", "firm", row => row.Firm.Name = "" },
        { "firm.name", "firm", row => row.Firm.Name = "坏\uFFFD字" },
        { "firm.division", "firm", row => row.Firm.Division = "379999" },
        { "firm.division", "firm", row => row.Firm.Division = "370203" },
        { "firm.industry", "firm", row => row.Firm.Industry = "1711" },
        { "firm.industry", "firm", row => row.Firm.Industry = "C1" },
        { "firm.insured_since", "firm", row => row.Firm.InsuredSince = "2020-13" },
        { "firm.priority", "firm", row => row.Firm.Priority = (Priority)9 },
        { "firm.to_recover_fen", "firm", row => row.Firm.ToRecoverFen = -1 },
        { "firm.bank_account", "firm", row => row.Firm.BankAccount = "12AB5" },
        { "firm.phone", "firm", row => row.Firm.Phone = "12345" },
        { "contribution.month", "contribution", row => row.Contribution.Month = "2020-08" },
        { "contribution.month", "contribution", row => row.Contribution.Month = "2020-1" },
        { "contribution.insured", "contribution", row => row.Contribution.Insured = -1 },
        { "contribution.due_fen", "contribution", row => row.Contribution.DueFen = -1 },
        { "contribution.paid_fen", "contribution", row => row.Contribution.PaidFen = 1001 },
        { "contribution.relief", "contribution", row => row.Contribution.Relief = ContributionRelief.Unspecified },
        { "contribution.credit_code", "contribution", row => row.Contribution.CreditCode = FirmFile.NewCode() },
        { "reduction.kind", "reduction", row => row.Reduction.Kind = (ReductionKind)77 },
        { "reduction.people", "reduction", row => row.Reduction.People = -3 },
        { "finance.year", "finance", row => row.Finance.Year = 2021 },
        { "finance.employees", "finance", row => row.Finance.Employees = -1 },
        { "finance.assets_fen", "finance", row => row.Finance.AssetsFen = long.MaxValue },
        { "fund.pool", "fund", row => row.Fund.Pool = "370102" },
        { "fund.months_covered", "fund", row => row.Fund.MonthsCovered = "18.255" },
        { "fund.months_covered", "fund", row => row.Fund.MonthsCovered = "many" },
        { "benefit_standard.from", "benefit_standard", row => row.BenefitStandard.From.Month = 13 },
        { "benefit_standard.monthly_fen", "benefit_standard", row => row.BenefitStandard.MonthlyFen = 0 },
        { "past_refund.kind", "past_refund", row => row.PastRefund.Kind = RefundKind.Unspecified },
        { "past_refund.paid_fen", "past_refund", row => row.PastRefund.PaidFen = -1 },
        { "feed.feed", "feed", row => row.Feed.Feed = Feed.Unspecified },
        { "data", "feed", row => row.ClearData() },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_bad_row_is_told_and_the_others_are_taken(string field, string kind, Action<FirmDataRow> spoil)
    {
        var bad = OneOfEach();
        spoil(bad.Rows.First(row => Kind(row) == kind));
        var good = OneOfEach(FirmFile.NewCode()).Rows;
        good.ForEach(row => bad.Add(row));

        var answer = await agency.ImportAsync(bad);

        answer.Faults[0].Field.ShouldBe(field);
        answer.Faults[0].Message.Length.ShouldBeGreaterThan(5);
        answer.Faults.ShouldAllBe(fault => fault.Row <= 8);
        answer.Import.Taken.ShouldBe(16 - answer.Import.Rejected);
    }

    [Fact]
    public async Task After_a_cut_the_rest_is_sent_under_the_same_id_and_nothing_is_doubled()
    {
        var file = new FirmFile().Firm(code);
        for (var i = 0; i < 12_000; i++)
        {
            file.Month(code, $"2019-{(i % 12) + 1:00}", insured: i % 100, due: 1000 + i);
        }

        using (var cut = new CancellationTokenSource())
        {
            using var call = agency.Client.ImportFirmData(cancellationToken: cut.Token);
            await FirmAgency.SendAsync(call, "cut", file.Rows[..7000], 1000);
            await Eventually.IsTrueAsync(async () => await NextRowAsync("cut") == 5001);
            await cut.CancelAsync();
        }

        var answer = await agency.ImportAsync("cut", file.Rows[4900..]);
        var again = await agency.ImportAsync("cut", file.Rows);

        (answer.Import.NextRow, answer.Import.Taken).ShouldBe((12_002, 12_001));
        again.ShouldBe(answer);

        // The last twelve rows stand: months of 12,988 to 12,999 fen.
        (await agency.FactsAsync(code))["contributions"].ShouldBe("1559.22");
        file.Rows[3].Contribution.Insured++;
        (await Should.ThrowAsync<RpcException>(() => agency.ImportAsync("cut", file.Rows))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task A_row_replaces_what_was_said_of_the_same_firm_and_period()
    {
        await agency.ImportAsync(new FirmFile().Firm(code).Year(code, 2019).Reduction(code, "2019-05", 8).Complete("370100", 2019, Feed.Reductions));
        await agency.ImportAsync(
            new FirmFile().Firm(code, change: firm => firm.Name = "改名企业").Month(code, "2019-12", insured: 20, due: 1100).Reduction(code, "2019-05", 3), "second");

        var firm = (await agency.Client.GetFirmAsync(new() { CreditCode = code })).Firm;
        var facts = await agency.FactsAsync(code);

        firm.Name.ShouldBe("改名企业");
        (facts["contributions"], facts["insured"], facts["laid_off"]).ShouldBe(("121.00", "20", "3"));
    }

    [Fact]
    public async Task The_firm_of_another_division_is_a_fault_and_the_province_may_move_it()
    {
        await agency.ImportAsync(new FirmFile().Firm(code));
        var qingdao = new FirmAgency(fixture.Calls("370200", "firm-data"));
        var province = new FirmAgency(fixture.Calls("370000", "firm-data"));

        var stolen = await qingdao.ImportAsync(new FirmFile().Firm(code, "370202").Month(code, "2019-01").Fund("370100", "2020-05", "12"));
        var moved = await province.ImportAsync(new FirmFile().Firm(code, "370202"));

        stolen.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(1, "firm.credit_code"), (2, "contribution.credit_code"), (3, "fund.pool")]);
        moved.Import.Rejected.ShouldBe(0);
        (await qingdao.Client.GetFirmAsync(new() { CreditCode = code })).Firm.Division.ShouldBe("370202");
        (await Should.ThrowAsync<RpcException>(async () => await agency.Client.GetFirmAsync(new() { CreditCode = code }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Two_imports_of_the_same_firms_at_once_lose_no_month()
    {
        var codes = Enumerable.Range(0, 40).Select(_ => FirmFile.NewCode()).ToList();
        var firms = new FirmFile();
        codes.ForEach(one => firms.Firm(one));
        await agency.ImportAsync(firms);
        FirmFile Half(int from, IEnumerable<string> order)
        {
            var file = new FirmFile();
            foreach (var one in order)
            {
                for (var month = from; month < from + 6; month++)
                {
                    file.Month(one, $"2019-{month:00}");
                }
            }

            return file;
        }

        await Task.WhenAll(agency.ImportAsync(Half(1, codes), "a"), agency.ImportAsync(Half(7, Enumerable.Reverse(codes)), "b"));

        foreach (var one in codes)
        {
            (await agency.FactsAsync(one))["contributions"].ShouldBe("120.00");
        }
    }

    [Fact]
    public async Task Account_and_phone_are_masked_for_those_who_only_deliver_and_encrypted_at_rest()
    {
        await agency.ImportAsync(new FirmFile().Firm(code));
        var office = new FirmAgency(fixture.Calls("370102", "stabilization"));

        var masked = (await agency.Client.GetFirmAsync(new() { CreditCode = code })).Firm;
        var whole = (await office.Client.GetFirmAsync(new() { CreditCode = code })).Firm;

        (masked.BankAccount, masked.Phone).ShouldBe(("****************1234", "*******1234"));
        (whole.BankAccount, whole.Phone).ShouldBe(("37010000000000001234", "13900001234"));
    }

    [Fact]
    public async Task Firms_are_listed_by_page_division_and_name()
    {
        var weifang = new FirmAgency(fixture.Calls("370700", "firm-data"));
        var file = new FirmFile();
        for (var i = 0; i < 5; i++)
        {
            file.Firm(FirmFile.NewCode(), i == 4 ? "370703" : "370704", firm => firm.Name = $"列表企业{i}");
        }

        await weifang.ImportAsync(file);
        var request = new ListFirmsRequest { Division = "370704", PageSize = 3, NamePrefix = "列表" };
        var first = await weifang.Client.ListFirmsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await weifang.Client.ListFirmsAsync(request);

        first.Firms.Concat(second.Firms).Select(firm => firm.CreditCode).ShouldBe(file.Rows.Take(4).Select(row => row.Firm.CreditCode).Order(StringComparer.Ordinal));
        second.NextPageToken.ShouldBeEmpty();
        (await weifang.Client.ListFirmsAsync(new() { NamePrefix = "列表企业4" })).Firms.Single().Division.ShouldBe("370703");
        (await Should.ThrowAsync<RpcException>(async () => await weifang.Client.ListFirmsAsync(new() { Division = "370102" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await weifang.Client.ListFirmsAsync(new() { Division = "x", PageSize = -1, PageToken = "y" })))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Who_may_only_read_may_not_import_and_a_stream_needs_its_header()
    {
        var office = new FirmAgency(fixture.Calls("370102", "stabilization"));

        (await Should.ThrowAsync<RpcException>(() => office.ImportAsync(new FirmFile().Firm(code)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(() => agency.ImportAsync("", OneOfEach().Rows))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Should.ThrowAsync<RpcException>(async () => await agency.Client.GetFirmDataImportAsync(new() { ImportId = "none" }))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(async () => await agency.Client.GetFirmAsync(new() { CreditCode = FirmFile.NewCode() }))).StatusCode.ShouldBe(StatusCode.NotFound);
        var faults = await agency.ImportAsync(new FirmFile().Month(FirmFile.NewCode(), "2019-01"), "faults");
        (await agency.Client.ListFirmDataFaultsAsync(new() { ImportId = "faults" })).Faults.ShouldBe(faults.Faults);
    }

    private FirmFile OneOfEach(string? of = null)
    {
        var firm = of ?? code;
        return new FirmFile().Firm(firm).Month(firm, "2019-01").Reduction(firm, "2019-01", 1).Finance(firm, 2019)
            .Fund("370100", "2020-04", "12.5").Benefit("370102", 2019, 155_700).PastRefund(firm, 2019, 100).Complete("370100", 2018, Feed.Reductions);
    }

    private static string Kind(FirmDataRow row) => row.DataCase switch
    {
        FirmDataRow.DataOneofCase.BenefitStandard => "benefit_standard",
        FirmDataRow.DataOneofCase.PastRefund => "past_refund",
        var other => other.ToString().ToLowerInvariant(),
    };

    private async Task<long> NextRowAsync(string importId)
    {
        try
        {
            return (await agency.Client.GetFirmDataImportAsync(new() { ImportId = importId })).Import.NextRow;
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
        {
            return 0;
        }
    }
}
