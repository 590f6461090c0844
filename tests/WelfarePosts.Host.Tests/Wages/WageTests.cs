using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Wages;
using Wenye.WelfarePosts.Host.Tests.Posts;

namespace Wenye.WelfarePosts.Host.Tests.Wages;

/// <summary>最低工资标准 and 乡村岗位小时标准: what is stated holds until the next; what nobody stated is unknown.</summary>
/// <remarks>Every test has a province of its own; the figures are made up.</remarks>
public sealed class WageTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task A_place_has_the_figures_of_its_tier_or_of_its_citys_with_the_documents_that_say_so()
    {
        var office = Office("140000");
        var import = Import(
            Tier("140000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("140000", 1, new(2020, 7, 1), 180_000, 1_960), Tier("140000", 2, new(2019, 1, 1), 160_000, 1_740),
            Place("140100", 2, new(2019, 1, 1)), Place("140105", 1, new(2020, 3, 1)));
        var first = await PostOffice.SameAsync(async () => await office.ImportWagesAsync(import));
        (first.Import.Added, first.Import.Faults.Count).ShouldBe((5, 0));

        (await GetAsync(office, "140105", "2020-02")).ShouldBe((160_000, 1_740, 2, "140100"));
        (await GetAsync(office, "140105", "2020-03")).ShouldBe((170_000, 1_850, 1, "140105"));
        (await GetAsync(office, "140105", "2020-07")).ShouldBe((180_000, 1_960, 1, "140105"));
        (await GetAsync(office, "140106", "2020-07")).ShouldBe((160_000, 1_740, 2, "140100"));
        (await office.GetWageAsync(new() { Division = "140105", Month = "2020-03" })).Document.ShouldBe("虚构〔2020〕1号");
        foreach (var (place, month) in new[] { ("140106", "2018-12"), ("140200", "2020-07") })
        {
            var unknown = await Should.ThrowAsync<RpcException>(async () => await office.GetWageAsync(new() { Division = place, Month = month }));
            (unknown.StatusCode, unknown.Reason()).ShouldBe((StatusCode.NotFound, "WAGE_UNKNOWN"));
        }
    }

    [Fact]
    public async Task The_book_of_monthly_runs_says_the_same_as_the_call()
    {
        var office = Office("150000");
        await office.ImportWagesAsync(Import(Tier("150000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("150000", 1, new(2020, 7, 1), 180_000, 1_965), Place("150100", 1, new(2019, 1, 1))));
        await Office("150102").ImportRuralRatesAsync(Rural(Rate("150102", new(2020, 1, 1), 1_200), Rate("150102", new(2020, 6, 1), 1_255)));
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<WageBook>();
        var table = await book.TableAsync(TestContext.Current.CancellationToken);
        var rural = await book.RuralRatesAsync(TestContext.Current.CancellationToken);
        var county = Division.Parse("150102");

        for (var day = new DateOnly(2018, 12, 1); day < new DateOnly(2020, 10, 1); day = day.AddMonths(1))
        {
            var wage = table.On(county, day);
            var answer = wage is null ? null : await office.GetWageAsync(new() { Division = "150102", Month = $"{day:yyyy-MM}" });
            wage.ShouldBe(answer is null ? null : new(answer.Tier, Money.FromFen(answer.MonthlyFen), answer.HourlyFen / 100m));
            rural.On(county, day).ShouldBe(answer is null or { RuralHourlyFen: 0 } ? null : answer.RuralHourlyFen / 100m);
        }

        (table.On(county, new(2020, 7, 1))!.Value.Hourly, rural.On(county, new(2020, 5, 31)), rural.On(county, new(2020, 6, 1))).ShouldBe((19.65m, 12m, 12.55m));
        rural.On(Division.Parse("150103"), new(2020, 6, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_there_stays_unless_a_correction_with_its_reason_and_operator_takes_its_place()
    {
        var office = Office("210000");
        await office.ImportWagesAsync(Import(Tier("210000", 1, new(2019, 1, 1), 170_000, 1_850)));
        var again = await office.ImportWagesAsync(Import(Tier("210000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("210000", 2, new(2019, 1, 1), 150_000, 1_600)));
        (again.Import.Added, again.Import.Unchanged).ShouldBe((1, 1));
        var other = await office.ImportWagesAsync(Import(Tier("210000", 1, new(2019, 1, 1), 171_000, 1_850)));
        (other.Import.Corrected, other.Import.Faults.ShouldHaveSingleItem().Field).ShouldBe((0, "from"));

        var correction = Import(Tier("210000", 1, new(2019, 1, 1), 171_000, 1_850));
        (correction.Correction, correction.Handling) = ("虚构：录入有误", new Handling());
        (await EmployerTests.FieldsAsync(async () => await office.ImportWagesAsync(correction))).ShouldBe(["AAE011"]);
        correction.Handling = PostOffice.By();
        (await office.ImportWagesAsync(correction)).Import.Corrected.ShouldBe(1);
        (await office.ListWagesAsync(new() { Division = "210000" })).Statements.Select(one => one.MonthlyFen).ShouldBe([171_000, 150_000]);
        (await fixture.ReadAsync<string>("select string_agg(monthly_fen::text, ' ' order by sequence) from wage_record where division = '210000' and key = 1"))
            .ShouldBe("170000 171000");
    }

    [Fact]
    public async Task A_wrong_statement_is_taken_back_with_who_and_why_and_says_which_months_it_touched()
    {
        var office = Office("460000");
        await office.ImportWagesAsync(Import(
            Tier("460000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("460000", 1, new(2020, 7, 1), 1_800_000, 19_600), Place("460100", 1, new(2019, 1, 1))));
        foreach (var (month, place) in new[] { ("2020-06", "460105"), ("2020-07", "460105"), ("2020-08", "460000"), ("2020-08", "370105") })
        {
            await fixture.ReadAsync<long>(
                """
                with made as (insert into post_month_run (id, division, month, state, as_of, parameter_version, placements, started_at, ended_at, payable_fen, to_recover_fen, urban_fund)
                values (gen_random_uuid(), $1, $2::date, 3, '2020-09-01', '', 0, now(), now(), 0, 0, 0) returning 1) select count(*) from made
                """, place, DateOnly.ParseExact(month + "-01", "yyyy-MM-dd"));
        }

        var correction = Import(Tier("460000", 1, new(2020, 7, 1), 180_000, 1_960));
        (correction.Correction, correction.Handling) = ("虚构：多录一位", PostOffice.By());
        (await office.ImportWagesAsync(correction)).Import.MonthsTouched.ShouldBe(["2020-07", "2020-08"]);
        var request = new WithdrawWageRequest
        {
            RequestId = PostOffice.NewId(), Kind = WageKind.Tier, Division = "460000", Tier = 1, From = new DateOnly(2020, 7, 1).ToContract(), Reason = "虚构：文件尚未施行", Handling = PostOffice.By(),
        };
        var city = Office("460100");
        (await Should.ThrowAsync<RpcException>(async () => await city.WithdrawWageAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
        request.RequestId = PostOffice.NewId();
        var answer = await PostOffice.SameAsync(async () => await office.WithdrawWageAsync(request));

        (answer.Withdrawn.MonthlyFen, answer.MonthsTouched).ShouldBe((180_000, ["2020-07", "2020-08"]));
        (await GetAsync(office, "460105", "2020-08")).ShouldBe((170_000, 1_850, 1, "460100"), "what was stated before holds on");
        (await fixture.ReadAsync<string>("select string_agg(monthly_fen || ' ' || withdrawn, ', ' order by sequence) from wage_record where division = '460000' and \"from\" = '2020-07-01'"))
            .ShouldBe("1800000 false, 180000 false, 180000 true");
        request.RequestId = PostOffice.NewId();
        (await Should.ThrowAsync<RpcException>(async () => await office.WithdrawWageAsync(request))).Reason().ShouldBe("WAGE_NOT_STATED");
        (await office.ImportWagesAsync(Import(Tier("460000", 1, new(2020, 7, 1), 175_000, 1_900)))).Import.Added.ShouldBe(1);
        (await EmployerTests.FieldsAsync(async () => await office.WithdrawWageAsync(new() { RequestId = "r", Division = "460000" })))
            .ShouldBe(["kind", "from", "reason", "AAE011"]);
    }

    [Fact]
    public async Task Good_rows_are_taken_and_every_fault_of_the_others_is_told_by_row()
    {
        var office = Office("220000");
        var answer = await office.ImportWagesAsync(Import(
            Tier("220000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("220000", 1, new(2019, 1, 1), 170_000, 1_850), Tier("220000", 1, new(2019, 1, 1), 170_001, 1_850),
            new WageRow { Division = "220100", Tier = 10, MonthlyFen = 1, HourlyFen = 1 }, Tier("220000", 2, new(2019, 1, 1), 1_850, 1_850), Place("219999", 1, new(2019, 1, 1)),
            Place("140100", 1, new(2019, 1, 1))));
        (answer.Import.Added, answer.Import.Unchanged).ShouldBe((1, 1));
        answer.Import.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (3L, "from"), (4, "tier"), (4, "from"), (4, "monthly_fen"), (4, "hourly_fen"), (4, "document"), (5, "hourly_fen"), (6, "division"), (7, "division"),
        ]);
        (await EmployerTests.FieldsAsync(async () => await office.ImportWagesAsync(new() { RequestId = "r", Correction = new string('更', 101) })))
            .ShouldBe(["rows", "correction", "AAE011"]);
        (await EmployerTests.FieldsAsync(async () => await office.GetWageAsync(new() { Division = "220000", Month = "2020-13" }))).ShouldBe(["division", "month"]);
        (await EmployerTests.FieldsAsync(async () => await office.ListWagesAsync(new() { Division = "x", PageSize = -1, PageToken = "x" })))
            .ShouldBe(["division", "page_size", "page_token"]);
    }

    [Fact]
    public async Task Only_the_province_states_minimum_wages_and_a_county_its_own_rural_rate()
    {
        var import = Import(Tier("230000", 1, new(2019, 1, 1), 170_000, 1_850));
        var city = Office("230100");
        (await Should.ThrowAsync<RpcException>(async () => await city.ImportWagesAsync(import))).Reason().ShouldBe("PROVINCE_ONLY");
        var clerk = new MinimumWageService.MinimumWageServiceClient(fixture.Calls("230000", Roles.WelfarePosts));
        (await Should.ThrowAsync<RpcException>(async () => await clerk.ImportWagesAsync(import))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await clerk.ListWagesAsync(new())).Statements.ShouldBeEmpty();

        var rates = Rural(Rate("230102", new(2020, 1, 1), 1_200), Rate("230202", new(2020, 1, 1), 1_200), Rate("230100", new(2020, 1, 1), 0));
        var answer = await PostOffice.SameAsync(async () => await city.ImportRuralRatesAsync(rates));
        answer.Import.Added.ShouldBe(1);
        answer.Import.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2L, "division"), (3, "division"), (3, "hourly_fen")]);
        (await Should.ThrowAsync<RpcException>(async () => await city.ListWagesAsync(new() { Division = "230200" }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Two_imports_of_the_same_day_at_once_leave_one_value_and_lists_are_paged()
    {
        var office = Office("320000");
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(async i => await office.ImportWagesAsync(Import(Tier("320000", 1, new(2019, 1, 1), 170_000 + i, 1_850)))));
        (answers.Sum(answer => answer.Import.Added), answers.Sum(answer => answer.Import.Faults.Count)).ShouldBe((1, 5));

        await office.ImportWagesAsync(Import(Tier("320000", 1, new(2020, 1, 1), 180_000, 1_950), Place("320102", 1, new(2019, 1, 1)), Place("320100", 1, new(2019, 1, 1))));
        await office.ImportRuralRatesAsync(Rural(Rate("320102", new(2020, 1, 1), 1_200)));
        var request = new ListWagesRequest { PageSize = 2 };
        var listed = new List<(WageKind, string, int)>();
        do
        {
            var page = await office.ListWagesAsync(request);
            listed.AddRange(page.Statements.Select(one => (one.Kind, one.Division, one.From.Year)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe(
        [
            (WageKind.Tier, "320000", 2019), (WageKind.Tier, "320000", 2020), (WageKind.Place, "320100", 2019), (WageKind.Place, "320102", 2019),
            (WageKind.Rural, "320102", 2020),
        ]);
    }

    private MinimumWageService.MinimumWageServiceClient Office(string division) => new(fixture.Calls(division, Roles.WelfarePostsReviewer));

    private static ImportWagesRequest Import(params WageRow[] rows) => new() { RequestId = PostOffice.NewId(), Rows = { rows } };

    private static ImportRuralRatesRequest Rural(params RuralRateRow[] rows) => new() { RequestId = PostOffice.NewId(), Rows = { rows } };

    private static WageRow Tier(string province, int tier, DateOnly from, long monthly, long hourly) =>
        new() { Division = province, Tier = tier, From = from.ToContract(), MonthlyFen = monthly, HourlyFen = hourly, Document = "虚构〔2020〕1号" };

    private static WageRow Place(string place, int tier, DateOnly from) => new() { Division = place, Tier = tier, From = from.ToContract(), Document = "虚构〔2020〕2号" };

    private static RuralRateRow Rate(string county, DateOnly from, long hourly) => new() { Division = county, From = from.ToContract(), HourlyFen = hourly, Document = "虚构〔2020〕3号" };

    private static async Task<(long, long, int, string)> GetAsync(MinimumWageService.MinimumWageServiceClient office, string place, string month)
    {
        var answer = await office.GetWageAsync(new() { Division = place, Month = month });
        return (answer.MonthlyFen, answer.HourlyFen, answer.Tier, answer.Place);
    }
}
