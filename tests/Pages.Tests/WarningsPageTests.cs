using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>Early warnings: what fired, why, what is to be done and what was done.</summary>
public sealed class WarningsPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task A_warning_opens_by_keyboard_to_its_response_its_clause_and_what_makes_up_the_change()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/warnings?division=370000");
        await Assertions.Expect(watched.Page.Locator("tbody tr:not(.lines)")).ToHaveCountAsync(1);
        await Assertions.Expect(watched.Page.Locator("tbody tr").First).ToContainTextAsync("新登记失业人数增幅 25%");
        await Assertions.Expect(watched.Page.Locator(".level")).ToHaveTextAsync("2级");

        await watched.Page.Locator($"[data-warning='{FakeWarnings.Current}']").FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");

        var opened = watched.Page.Locator(".lines");
        await Assertions.Expect(opened).ToContainTextAsync("约谈县（市、区）人民政府");
        await Assertions.Expect(opened.Locator("table", new() { HasText = "认定依据" })).ToContainTextAsync("〔2020〕20号 二(八)33");
        await Assertions.Expect(opened.Locator("table", new() { HasText = "变化的构成" }).Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(opened.Locator("table", new() { HasText = "办理过程" })).ToContainTextAsync("达到2级");
        await watched.PictureAsync("warning-open");
        watched.Page.Url.ShouldContain($"warning={FakeWarnings.Current}");
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_over_is_shown_when_it_is_asked_for_and_an_address_opens_the_warning_it_names()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync($"/warnings?division=370100&current=false&warning={FakeWarnings.Current}");

        await Assertions.Expect(watched.Page.Locator("tbody tr", new() { HasText = "指标回落" })).ToContainTextAsync("已回落");
        await Assertions.Expect(watched.Page.Locator(".lines:visible")).ToContainTextAsync("响应措施");
    }

    [Fact]
    public async Task A_place_without_warnings_says_so()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/warnings?division=370200");

        await Assertions.Expect(watched.Page.Locator("#answer")).ToContainTextAsync("没有预警。");
    }

    [Fact]
    public async Task Closed_pages_want_a_login_and_come_back_to_where_it_was()
    {
        await using var watched = await fixture.PageAsync(fixture.Closed);
        await watched.Page.GotoAsync("/warnings");
        await watched.Page.FillAsync("#client", "jinan-statistics");
        await watched.Page.FillAsync("#secret", PagesFixture.Secret);
        await watched.Page.ClickAsync("#login button");

        await Assertions.Expect(watched.Page.Locator("#agency")).ToHaveTextAsync("已登录：jinan-statistics");
        watched.Page.Url.ShouldContain("/warnings");
        await Assertions.Expect(watched.Page.Locator("tbody")).ToContainTextAsync("新登记失业人数增幅 25%");
    }
}
