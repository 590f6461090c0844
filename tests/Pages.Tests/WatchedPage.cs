using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Wenye.Pages.Tests;

/// <summary>A page, with everything that the browser complained of and every address it asked.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    /// <summary>Set to a folder, the tests leave pictures of the pages there for people to look at.</summary>
    private const string PicturesVariable = "WENYE_PAGES_PICTURES";

    private readonly Uri gateway;
    private readonly ConcurrentQueue<string> requests = [];

    internal WatchedPage(IPage page, Uri gateway)
    {
        this.gateway = gateway;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and whatever a script threw.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>Requests to anywhere but this gateway.</summary>
    public IEnumerable<string> Outside => requests.Where(url => new Uri(url).Authority != gateway.Authority);

    public IEnumerable<string> Requests => requests;

    /// <summary>Opens a page and waits until nothing is under way.</summary>
    public async Task<IResponse> OpenAsync(string path)
    {
        var response = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        return response!;
    }

    /// <summary>Leaves a picture where somebody asked for pictures.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            Complaints.Enqueue(text);
        }
    }
}
