using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>Administrative divisions by code and name (行政区划), table AAB301 as Registration holds it.</summary>
/// <remarks>Read whole and kept for a while; while Registration does not answer, the table that ships with Wenye serves.</remarks>
internal sealed class Places(PageCalls calls, TimeProvider time)
{
    private const string Table = "AAB301";
    private const int PageSize = 1000;
    private const int MostFound = 12;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private volatile Held? held;

    /// <summary>Divisions whose code begins with the text, or whose name or names above contain its words (查找), at most twelve.</summary>
    public async Task<IReadOnlyList<Place>> FindAsync(string text, CancellationToken cancellation)
    {
        var words = text.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var places = await AllAsync(cancellation);
        return [.. places.Values
            .Where(place => words.All(word => place.Code.StartsWith(word, StringComparison.Ordinal) || place.Path.Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(place => words.Length > 0 && place.Name.StartsWith(words[^1], StringComparison.Ordinal))
            .ThenBy(place => Division.Parse(place.Code).Level).ThenBy(place => place.Code, StringComparer.Ordinal)
            .Take(MostFound)];
    }

    /// <summary>Every division by its code (全部行政区划).</summary>
    public async Task<IReadOnlyDictionary<string, Place>> AllAsync(CancellationToken cancellation)
    {
        if (held is { } known && time.GetElapsedTime(known.Since) < Kept)
        {
            return known.Places;
        }

        try
        {
            var places = Named(await LoadAsync(cancellation));
            held = new Held(places, time.GetTimestamp());
            return places;
        }
        catch (ServiceUnavailableException)
        {
            // What was read before is better than what shipped, and that better than no names at all; the next look asks again.
            return held?.Places ?? Named(CodeTableSet.Shipped.Entries(Table).Where(entry => entry.ValidTo is null).Select(entry => (entry.Code, entry.Label)));
        }
    }

    private async Task<List<(string Code, string Label)>> LoadAsync(CancellationToken cancellation)
    {
        var all = new List<(string, string)>();
        var request = new SearchCodesRequest { Table = Table, PageSize = PageSize };
        do
        {
            var page = await calls.AskAsync(
                "registration", async (invoker, waiting) => await new CodeTableService.CodeTableServiceClient(invoker).SearchCodesAsync(request, cancellationToken: waiting), cancellation);
            all.AddRange(page.Entries.Select(entry => (entry.Code, entry.Label)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static Dictionary<string, Place> Named(IEnumerable<(string Code, string Label)> entries)
    {
        var names = entries.Where(entry => Division.TryParse(entry.Code, out _)).DistinctBy(entry => entry.Code)
            .ToDictionary(entry => entry.Code, entry => entry.Label, StringComparer.Ordinal);
        return names.ToDictionary(entry => entry.Key, entry => new Place(entry.Key, entry.Value, PathOf(entry.Key, names)), StringComparer.Ordinal);
    }

    private static string PathOf(string code, Dictionary<string, string> names) => string.Join(
        ' ', Division.Parse(code).SelfAndAbove.Reverse().Select(one => names.GetValueOrDefault(one.Code)).Where(name => name is not null));

    private sealed record Held(IReadOnlyDictionary<string, Place> Places, long Since);
}

/// <summary>A division (行政区划).</summary>
/// <param name="Code">GB/T 2260.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Path">With the names above it, largest first.</param>
internal sealed record Place(string Code, string Name, string Path);
