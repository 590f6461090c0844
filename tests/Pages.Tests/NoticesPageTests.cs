using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>Public notices of the services that pay.</summary>
public sealed class NoticesPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task A_list_opens_page_by_page_with_persons_masked()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/notices?region=370100");
        var button = watched.Page.GetByRole(AriaRole.Button, new() { Name = $"名单：{FakeNotices.NewestTitle}" });

        await button.FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");

        var lines = watched.Page.Locator("tr.lines:visible tbody tr");
        await Assertions.Expect(lines).ToHaveCountAsync(50);
        await Assertions.Expect(lines.Nth(1)).ToContainTextAsync("张**");
        await Assertions.Expect(lines.Nth(1)).ToContainTextAsync("20,000.10");
        await watched.PictureAsync("notices-open");
        await watched.Page.Locator("tr.lines:visible").GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await Assertions.Expect(lines).ToHaveCountAsync(60);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        watched.Page.Url.ShouldContain("list=");
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_of_an_open_list_opens_it_again()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/notices?region=370100&fund=0&service=stabilization&list=00000000-0000-7000-8000-000000000022");

        await Assertions.Expect(watched.Page.Locator("tr.lines:visible tbody tr")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task More_lists_come_when_asked_for_and_a_service_that_is_down_says_so()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/notices?region=370100");
        var lists = watched.Page.Locator("section[aria-label=援企稳岗] > div tbody > tr:not(.lines)");

        await Assertions.Expect(lists).ToHaveCountAsync(20);
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await Assertions.Expect(lists).ToHaveCountAsync(22);
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Button, new() { Name = "更多" })).ToHaveCountAsync(0);
        await Assertions.Expect(watched.Page.Locator("section[aria-label=职业培训]")).ToContainTextAsync("暂时不可用");
    }

    [Fact]
    public async Task Who_is_to_be_placed_in_posts_is_shown_masked_on_the_days_of_publicity()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/notices?region=370100");
        var section = watched.Page.Locator("section[aria-label=公益性岗位拟聘用人员]");
        await Assertions.Expect(section.Locator("> table > tbody > tr:not(.lines), > div > table > tbody > tr:not(.lines)")).ToHaveCountAsync(1);

        await section.GetByRole(AriaRole.Button, new() { Name = $"名单：{FakeHires.Posts}" }).ClickAsync();

        var names = section.Locator("tr.lines:visible tbody tr");
        await Assertions.Expect(names).ToHaveCountAsync(50);
        await Assertions.Expect(names.First).ToContainTextAsync("李**");
        await Assertions.Expect(names.First).ToContainTextAsync("3701**********123X");
        await section.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await Assertions.Expect(names).ToHaveCountAsync(60);
        watched.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fund_that_pays_nothing_shows_no_list()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/notices?region=370100&fund=4");

        await Assertions.Expect(watched.Page.Locator("section[aria-label=援企稳岗]")).ToContainTextAsync("没有公示中的名单");
        (await watched.Page.Locator("#fund").InputValueAsync()).ShouldBe("4");
    }
}
