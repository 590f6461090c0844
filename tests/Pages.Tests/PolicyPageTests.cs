using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>The policy explorer, over the policy that Loans has.</summary>
public sealed class PolicyPageTests(PagesFixture fixture)
{
    private const string Jinan = "/policy?service=loans&program=loans.personal&region=370100&day=2020-11-20";

    [Fact]
    public async Task Jinans_limit_of_a_personal_loan_is_quoted_with_what_it_displaced_and_why()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync(Jinan);

        var row = watched.Page.Locator("tr[id='loans.personal_amount']");
        await Assertions.Expect(row.Locator("th")).ToContainTextAsync("个人贷款最高额度");
        await Assertions.Expect(row.Locator("td.value")).ToHaveTextAsync("200,000元");
        await Assertions.Expect(row.Locator("td").Nth(1)).ToContainTextAsync("鲁财金〔2020〕25号 二");
        await Assertions.Expect(row.Locator("td").Nth(1).Locator("blockquote")).ToHaveTextAsync("符合条件的个人创业担保贷款最高额度由15万元提高至20万元");
        var lost = row.Locator("td.displaced li");
        await Assertions.Expect(lost).ToHaveCountAsync(2);
        await Assertions.Expect(lost.Nth(0)).ToContainTextAsync("同一地区以后发文件为准 150,000元 鲁人社字〔2020〕27号 第七条");
        await Assertions.Expect(lost.Nth(1)).ToContainTextAsync("本地区规定优先于上级 200,000元 财金〔2020〕21号 二");
        await Assertions.Expect(watched.Page.Locator("h2")).ToHaveTextAsync("个人创业担保贷款条件：山东省 济南市，2020-11-20");
    }

    [Fact]
    public async Task The_day_decides_and_what_the_city_must_set_is_listed()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync(Jinan.Replace("2020-11-20", "2020-04-20", StringComparison.Ordinal));

        await Assertions.Expect(watched.Page.Locator("tr[id='loans.personal_amount'] td.value")).ToHaveTextAsync("150,000元");
        var unset = watched.Page.Locator("table", new() { HasText = "待设定" }).Locator("tr", new() { HasText = "loans.personal_amount_city" });
        await Assertions.Expect(unset).ToContainTextAsync("鲁人社字〔2020〕27号 第十条");
    }

    [Fact]
    public async Task It_is_used_by_keyboard_alone_and_its_address_can_be_passed_on()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/policy");
        var keyboard = watched.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Assertions.Expect(watched.Page.Locator(".skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(watched.Page.Locator("#program")).ToBeFocusedAsync();
        await ChooseAsync(watched.Page, "loans/loans.rate");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(watched.Page.Locator("#place")).ToBeFocusedAsync();
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("济南");
        await Assertions.Expect(watched.Page.Locator("#place-list li").First).ToContainTextAsync("山东省 济南市");
        await keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(watched.Page.Locator("#place")).ToHaveAttributeAsync("aria-activedescendant", "place-list-0");
        await watched.PictureAsync("policy-place");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(watched.Page.Locator("#place")).ToHaveValueAsync("山东省 济南市（370100）");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(watched.Page.Locator("tr[id='loans.personal_rate_bp'] td.value")).ToHaveTextAsync("50个基点");

        watched.Page.Url.ShouldEndWith("/policy?service=loans&program=loans.rate&region=370100&day=2020-11-20");
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_asked_for_again()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync(Jinan);

        await watched.Page.FillAsync("#place", "蓬莱仙岛");
        await watched.Page.ClickAsync("#ask button");

        await Assertions.Expect(watched.Page.Locator("[role=alert]")).ToContainTextAsync("没有找到该地区");
    }

    [Theory]
    [InlineData("service=loans&region=99&day=2020-11-20", "请选择省、市或县")]
    [InlineData("service=loans&region=370100&day=2020-02-30", "有效日期")]
    [InlineData("service=nobody&region=370100", "请选择事项")]
    [InlineData("service=loans&program=loans.nothing&region=370100", "没有该决定事项")]
    public async Task A_question_that_is_none_is_answered_with_what_to_do(string query, string wanted)
    {
        using var http = new HttpClient { BaseAddress = fixture.Open };
        using var answer = await http.GetAsync(new Uri($"/pages/api/policy?{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(400);
        System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("message").GetString()!.ShouldContain(wanted);
    }

    // Down the list, one option a key.
    private static async Task ChooseAsync(IPage page, string wanted)
    {
        for (var left = 40; await page.Locator("#program").InputValueAsync() != wanted; left--)
        {
            left.ShouldBePositive();
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }
}
