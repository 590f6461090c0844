using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>The month at a glance.</summary>
public sealed class MonthPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Figures_stand_in_cards_charts_and_tables_alike()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/month?division=370100&month=2020-11");

        // Three counties of Jinan: 100 + 7 × (0, 1, 2 + 11).
        await Assertions.Expect(watched.Page.Locator("[data-card=registered] .figure")).ToHaveTextAsync("552 人");
        await Assertions.Expect(watched.Page.Locator("[data-card=registered]")).ToContainTextAsync("比上月增加 21");
        await Assertions.Expect(watched.Page.Locator("[data-card=loan_amount] .figure")).ToHaveTextAsync("370.37 万元");
        await Assertions.Expect(watched.Page.Locator("[data-card=new_employment] .figure")).ToHaveTextAsync("936 人");
        await Assertions.Expect(watched.Page.Locator("[data-card=urban_live_at_end] .figure")).ToHaveTextAsync("6,000 人");
        await Assertions.Expect(watched.Page.Locator("[data-card=unstated_live_at_end] .figure")).ToHaveTextAsync("696 人");
        await Assertions.Expect(watched.Page.Locator("#trend canvas")).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "近 12 个月" }).Locator("tbody tr")).ToHaveCountAsync(12);
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "近 12 个月" }).Locator("tbody tr").First).ToContainTextAsync("552");
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "各地" }).Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "银行已拨付" })).ToContainTextAsync("一般企业稳岗返还60 3,703,703.67".Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Targets_say_how_far_along_they_are_and_money_stands_by_fund()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/month?division=370100&month=2020-11");

        var targets = watched.Page.Locator("table", new() { HasText = "截至 2020-11 报告期" });
        await Assertions.Expect(targets.Locator("tr", new() { HasText = "城镇新增就业" })).ToContainTextAsync("950,0001,000,000——");
        await Assertions.Expect(targets.Locator("tr", new() { HasText = "城镇新增就业" })).ToContainTextAsync("95%");
        await Assertions.Expect(targets.Locator("progress")).ToHaveAttributeAsync("value", "0.95");
        await Assertions.Expect(targets.Locator("tr", new() { HasText = "城镇登记失业率" })).ToContainTextAsync("3.32%4.5%——已达目标");
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "各资金渠道已拨付" })).ToContainTextAsync("就业补助资金9123,456.78");
        await watched.PictureAsync("month-targets");
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_of_whose_periods_no_document_tells_has_its_cards_all_the_same()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/month?division=210300&month=2020-11");

        await Assertions.Expect(watched.Page.Locator("#answer")).ToContainTextAsync("本地区没有设定年度目标。");
    }

    [Fact]
    public async Task Another_card_is_chosen_by_keyboard_and_kept_in_the_address()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/month?division=370000&month=2020-11");

        await watched.Page.Locator("[data-card=trained]").FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(watched.Page.Locator("#detail-title")).ToHaveTextAsync("补贴性培训");
        await Assertions.Expect(watched.Page.Locator("[data-card=trained]")).ToBeFocusedAsync();
        await Assertions.Expect(watched.Page.Locator(".tiles li")).ToHaveCountAsync(4);
        watched.Page.Url.ShouldEndWith("/month?division=370000&month=2020-11&card=trained");
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_library_of_charts_the_same_figures_stand_in_tables()
    {
        await using var watched = await fixture.PageAsync(fixture.Closed);
        await LogInAsync(watched, "jinan-statistics", PagesFixture.Secret);

        await Assertions.Expect(watched.Page.Locator("[data-card=registered] .figure")).ToHaveTextAsync("552 人");
        await Assertions.Expect(watched.Page.Locator("table", new() { HasText = "近 12 个月" }).Locator("tbody tr")).ToHaveCountAsync(12);
        await Assertions.Expect(watched.Page.Locator("canvas")).ToHaveCountAsync(0);
        await watched.PictureAsync("month-tables");
        watched.Requests.ShouldNotContain(url => url.Contains("echarts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Closed_figures_want_a_login_and_show_an_agency_its_own_place_only()
    {
        await using var watched = await fixture.PageAsync(fixture.Closed);
        await watched.Page.GotoAsync("/month");
        await Assertions.Expect(watched.Page.Locator("#login")).ToBeVisibleAsync();
        await watched.PictureAsync("month-login");

        await LogInAsync(watched, "jinan-statistics", "wrong");
        await Assertions.Expect(watched.Page.Locator("[role=alert]")).ToHaveTextAsync("客户端编号或密钥不正确。");
        await LogInAsync(watched, "jinan-statistics", PagesFixture.Secret);
        await Assertions.Expect(watched.Page.Locator("#agency")).ToHaveTextAsync("已登录：jinan-statistics");
        await watched.Page.GotoAsync("/month?division=370200");
        await Assertions.Expect(watched.Page.Locator("[role=alert]")).ToContainTextAsync("行政区划");

        await watched.Page.GotoAsync("/month");
        await watched.Page.Locator("#logout button").ClickAsync();
        await Assertions.Expect(watched.Page.Locator("#login")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_agency_without_the_permission_is_told_so()
    {
        await using var watched = await fixture.PageAsync(fixture.Closed);
        await LogInAsync(watched, "jinan-intake", PagesFixture.Secret);

        await Assertions.Expect(watched.Page.Locator("[role=alert]")).ToContainTextAsync("权限");
    }

    [Fact]
    public async Task Nobody_is_logged_in_by_another_sites_form()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = fixture.Closed };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/pages/session");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Content = new FormUrlEncodedContent([new("client", "jinan-statistics"), new("secret", PagesFixture.Secret)]);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(400);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static async Task LogInAsync(WatchedPage watched, string client, string secret)
    {
        await watched.Page.GotoAsync("/month");
        await watched.Page.FillAsync("#client", client);
        await watched.Page.FillAsync("#secret", secret);
        await watched.Page.ClickAsync("#login button");
    }
}
