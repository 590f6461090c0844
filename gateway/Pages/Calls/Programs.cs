using System.Text.Json;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>The programs that pages offer (事项清单): what services answer, with Chinese titles.</summary>
internal sealed class Programs(PageCalls calls, TimeProvider time)
{
    // Which programs there are does not depend on the place; any province serves to ask.
    private const string AnyProvince = "370000";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly Dictionary<string, string> Titles = ReadTitles();

    private volatile Held? held;

    /// <summary>By service; a service that does not answer is left out until it does (按服务).</summary>
    public async Task<IReadOnlyList<ServicePrograms>> AllAsync(CancellationToken cancellation)
    {
        if (held is { } known && time.GetElapsedTime(known.Since) < Kept)
        {
            return known.Services;
        }

        var answers = await Task.WhenAll(PolicyService.All.Select(service => OfAsync(service, cancellation)));
        var services = answers.OfType<ServicePrograms>().ToList();
        if (services.Count == PolicyService.All.Count)
        {
            held = new Held(services, time.GetTimestamp());
        }

        return services;
    }

    /// <summary>In Chinese; the name itself where nobody has named it (名称).</summary>
    public static string TitleOf(string name) => Titles.GetValueOrDefault(name, name);

    private async Task<ServicePrograms?> OfAsync(PolicyService service, CancellationToken cancellation)
    {
        try
        {
            var page = await calls.AskAsync(service.Name, (invoker, waiting) => service.AskAsync(invoker, new PolicyQuestion("", AnyProvince, null), waiting), cancellation);
            var names = page.Parameters.SelectMany(parameter => parameter.Programs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new ServicePrograms(service.Name, service.Title, [.. names.Select(name => new ProgramName(name, TitleOf(name)))]);
        }
        catch (ServiceUnavailableException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> ReadTitles()
    {
        using var file = typeof(Programs).Assembly.GetManifestResourceStream("site/titles.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    private sealed record Held(IReadOnlyList<ServicePrograms> Services, long Since);
}

/// <summary>Programs of a service (服务的事项).</summary>
internal sealed record ServicePrograms(string Service, string Title, IReadOnlyList<ProgramName> Programs);

/// <summary>A program by name and title (事项).</summary>
internal sealed record ProgramName(string Name, string Title);
