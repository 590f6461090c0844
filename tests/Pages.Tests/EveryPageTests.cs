using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>What holds of every page.</summary>
public sealed class EveryPageTests(PagesFixture fixture)
{
    // Elements of the page with no name that a screen reader could say.
    private const string Nameless = """
        () => [...document.querySelectorAll('a, button, input, select, [role=img], [role=region], [role=group], [role=listbox], nav')]
          .filter((one) => one.checkVisibility())
          .filter((one) => !(one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim()
            || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim()))
          .map((one) => one.outerHTML)
        """;

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "home" },
        { "/policy?service=loans&program=loans.personal&region=370100&day=2020-11-20", "policy" },
        { "/notices?region=370100", "notices" },
        { "/month?division=370000&month=2020-11", "month" },
        { "/warnings?division=370000", "warnings" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_opens_without_complaint_and_asks_nobody_but_its_gateway(string path, string name)
    {
        await using var watched = await fixture.PageAsync();

        var response = await watched.OpenAsync(path);

        await watched.PictureAsync(name);
        response.Status.ShouldBe(200);
        (await response.HeaderValueAsync("content-security-policy"))!.ShouldStartWith("default-src 'self'");
        watched.Complaints.ShouldBeEmpty();
        (await watched.Page.Locator("[role=alert]").CountAsync()).ShouldBe(0);
        watched.Outside.ShouldBeEmpty();
        watched.Requests.ShouldContain(url => url.Contains("/pages/api/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_on_it_has_a_name_and_the_headings_are_in_order(string path, string name)
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync(path);

        (await watched.Page.TitleAsync()).ShouldContain("稳业", customMessage: name);
        (await watched.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN");
        (await watched.Page.EvaluateAsync<string[]>(Nameless)).ShouldBeEmpty();
        (await watched.Page.Locator("main").CountAsync()).ShouldBe(1);
        var levels = await watched.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]))");
        levels.Count(level => level == 1).ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        (await watched.Page.Locator("nav a[aria-current=page]").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_prints_without_controls_and_says_where_it_came_from(string path, string name)
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync(path);

        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = await watched.Page.PdfAsync(new() { Format = "A4" });

        await watched.PictureAsync($"{name}-print");
        paper.Length.ShouldBeGreaterThan(5_000);
        await Assertions.Expect(watched.Page.Locator("nav")).ToBeHiddenAsync();
        (await watched.Page.Locator("button:visible").CountAsync()).ShouldBe(0);
        await Assertions.Expect(watched.Page.Locator("h1")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_fits_a_telephone(string path, string name)
    {
        await using var watched = await fixture.PageAsync(width: 390);
        await watched.OpenAsync(path);

        await watched.PictureAsync($"{name}-narrow");
        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task The_first_page_says_how_each_service_is()
    {
        await using var watched = await fixture.PageAsync();
        await watched.OpenAsync("/");

        await Assertions.Expect(watched.Page.Locator("#today")).ToHaveTextAsync("系统日期 2020-11-20");
        await Assertions.Expect(watched.Page.Locator("#state li")).ToHaveCountAsync(6);
        await Assertions.Expect(watched.Page.Locator("#state li", new() { HasText = "创业担保贷款" })).ToContainTextAsync("正常");
        await Assertions.Expect(watched.Page.Locator("#state li", new() { HasText = "失业登记" })).ToContainTextAsync("不可用");
    }
}
