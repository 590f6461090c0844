using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Rates;

/// <summary>The table of the loan prime rates (LPR): one for the province, a value from its publication until the next.</summary>
/// <remarks>Every test states days of a year of its own; the rates are made up.</remarks>
public sealed class RateTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_rate_holds_from_its_publication_until_the_next()
    {
        var office = Office();
        (await office.ImportRatesAsync(Import(Rates(2010, 1, 20, "0.041", "0.0475"), Rates(2010, 2, 22, "0.0405", "0.0470")))).Added.ShouldBe(2);

        (await GetAsync(office, new(2010, 1, 20))).ShouldBe(("0.041", new DateOnly(2010, 1, 20)));
        (await GetAsync(office, new(2010, 2, 21))).ShouldBe(("0.041", new DateOnly(2010, 1, 20)));
        (await GetAsync(office, new(2010, 2, 22))).ShouldBe(("0.0405", new DateOnly(2010, 2, 22)));
        (await GetAsync(office, new(2010, 3, 1), LprTenor.FiveYears)).ShouldBe(("0.047", new DateOnly(2010, 2, 22)));

        // Before any publication, and from the day on which that of March was due.
        foreach (var day in new DateOnly[] { new(1999, 12, 31), new(2010, 3, 20) })
        {
            var unknown = await Should.ThrowAsync<RpcException>(() => GetAsync(office, day));
            (unknown.StatusCode, unknown.Reason()).ShouldBe((StatusCode.NotFound, "RATE_UNKNOWN"));
        }
    }

    [Fact]
    public async Task Good_rows_are_taken_and_every_fault_of_the_others_is_told_by_row()
    {
        var office = Office();
        var import = Import(
            Rates(2011, 1, 20, "0.05", "0.06"), Rates(2011, 2, 30, "1", "0.0600001"), Rates(2011, 1, 20, "0.05", "0.06"), Rates(2011, 1, 20, "0.051", "0.06"),
            new PublishedRates { PublishedOn = LoansFixture.Today.AddDays(1).ToContract(), OneYear = "0,05", FiveYears = "-0.01" }, new PublishedRates());

        var answer = await office.ImportRatesAsync(import);

        (answer.Added, answer.Corrected, answer.Unchanged).ShouldBe((1, 0, 1));
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (2, "published_on"), (2, "one_year"), (2, "five_years"), (4, "published_on"), (5, "published_on"), (5, "one_year"), (5, "five_years"),
            (6, "published_on"), (6, "one_year"), (6, "five_years"),
        ]);
        (await ListAsync(office, 2011)).ShouldBe(["0.05/0.06"]);
        (await office.ImportRatesAsync(import)).ShouldBe(answer);
    }

    [Fact]
    public async Task What_is_there_stays_unless_a_correction_with_its_reason_and_operator_takes_its_place()
    {
        var office = Office();
        await office.ImportRatesAsync(Import(Rates(2012, 1, 20, "0.05", "0.06")));

        var again = await office.ImportRatesAsync(Import(Rates(2012, 1, 20, "0.050", "0.06"), Rates(2012, 2, 20, "0.04", "0.05")));
        (again.Added, again.Unchanged).ShouldBe((1, 1));
        var refused = await office.ImportRatesAsync(Import(Rates(2012, 2, 20, "0.045", "0.05")));
        (refused.Added, refused.Corrected, refused.Faults.ShouldHaveSingleItem().Field).ShouldBe((0, 0, "published_on"));
        (await ListAsync(office, 2012)).ShouldBe(["0.05/0.06", "0.04/0.05"]);

        var correction = Import(Rates(2012, 2, 20, "0.045", "0.05"));
        (correction.Correction, correction.Handling) = ("虚构：录入有误", new Handling());
        (await Should.ThrowAsync<RpcException>(async () => await office.ImportRatesAsync(correction))).Fields().ShouldBe(["AAE011"]);
        correction.Handling = PartnerOffice.By();
        (await office.ImportRatesAsync(correction)).Corrected.ShouldBe(1);

        (await ListAsync(office, 2012)).ShouldBe(["0.05/0.06", "0.045/0.05"]);
        (await fixture.ReadAsync<string>("select string_agg(one_year::float8::text, ' ' order by sequence) from lpr_statement where published_on = '2012-02-20'"))
            .ShouldBe("0.04 0.045");
    }

    [Fact]
    public async Task Two_imports_of_the_same_day_at_once_leave_one_value()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => await Office().ImportRatesAsync(Import(Rates(2013, 1, 20, $"0.0{i + 1}", "0.06")))));

        answers.Sum(answer => answer.Added).ShouldBe(1);
        answers.Sum(answer => answer.Faults.Count).ShouldBe(7);
    }

    [Fact]
    public async Task The_history_is_paged_by_day()
    {
        var office = Office();
        await office.ImportRatesAsync(Import([.. Enumerable.Range(1, 5).Select(month => Rates(2014, month, 20, $"0.0{month}", "0.06"))]));
        var listed = new List<int>();
        var request = new ListRatesRequest { From = new DateOnly(2014, 2, 1).ToContract(), To = new DateOnly(2014, 12, 31).ToContract(), PageSize = 3 };
        do
        {
            var page = await office.ListRatesAsync(request);
            listed.AddRange(page.Rates.Select(one => one.PublishedOn.Month));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe([2, 3, 4, 5]);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_and_only_the_province_states_rates()
    {
        var office = Office();
        (await FieldsAsync(async () => await office.ImportRatesAsync(new() { RequestId = "r", Correction = new string('更', 101) }))).ShouldBe(["rates", "correction", "AAE011"]);
        (await FieldsAsync(async () => await office.ImportRatesAsync(new() { Rates = { Rates(2015, 1, 20, "0.05", "0.06") } }))).ShouldBe(["request_id"]);
        (await FieldsAsync(async () => await office.GetRateAsync(new() { Day = LoansFixture.Today.AddDays(1).ToContract() }))).ShouldBe(["day", "tenor"]);
        (await FieldsAsync(async () => await office.ListRatesAsync(new() { From = new(), To = new(), PageSize = -1, PageToken = "x" })))
            .ShouldBe(["from", "to", "page_size", "page_token"]);

        var import = Import(Rates(2015, 1, 20, "0.05", "0.06"));
        var city = await Should.ThrowAsync<RpcException>(async () => await Office("370100").ImportRatesAsync(import));
        (city.StatusCode, city.Reason()).ShouldBe((StatusCode.PermissionDenied, "PROVINCE_ONLY"));
        var bank = new ReferenceRateService.ReferenceRateServiceClient(fixture.Calls("370000", Roles.LoanBank));
        (await Should.ThrowAsync<RpcException>(async () => await bank.ImportRatesAsync(import))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await ListAsync(bank, 2015)).ShouldBeEmpty();
        var payer = new ReferenceRateService.ReferenceRateServiceClient(fixture.Calls("370000", Roles.Payer));
        (await Should.ThrowAsync<RpcException>(() => ListAsync(payer, 2015))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private ReferenceRateService.ReferenceRateServiceClient Office(string division = "370000") => new(fixture.Calls(division, Roles.LoansReviewer));

    private static PublishedRates Rates(int year, int month, int day, string oneYear, string fiveYears) =>
        new() { PublishedOn = new Date { Year = year, Month = month, Day = day }, OneYear = oneYear, FiveYears = fiveYears };

    private static ImportRatesRequest Import(params PublishedRates[] rates) => new() { RequestId = PartnerOffice.NewId(), Rates = { rates } };

    private static async Task<(string, DateOnly)> GetAsync(
        ReferenceRateService.ReferenceRateServiceClient office, DateOnly day, LprTenor tenor = LprTenor.OneYear)
    {
        var answer = await office.GetRateAsync(new() { Day = day.ToContract(), Tenor = tenor });
        return (answer.Rate, answer.PublishedOn.ToDay());
    }

    private static async Task<IEnumerable<string>> ListAsync(ReferenceRateService.ReferenceRateServiceClient office, int year)
    {
        var request = new ListRatesRequest { From = new DateOnly(year, 1, 1).ToContract(), To = new DateOnly(year, 12, 31).ToContract() };
        return (await office.ListRatesAsync(request)).Rates.Select(one => $"{one.OneYear}/{one.FiveYears}");
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
