using Google.Protobuf;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>A page in the order of ids (分页): after which row, and how many.</summary>
/// <param name="After">The last one shown.</param>
/// <param name="Size">每页条数.</param>
internal sealed record PlacementPage(Guid After, int Size)
{
    private const int Usual = 50;
    private const int Most = 1000;

    /// <summary>Reads the paging of a list (读取分页), and its place where one is named.</summary>
    public static PlacementPage Read(RequestFaults faults, IMessage request, string division, int size)
    {
        if (division.Length > 0)
        {
            faults.Division(division, "division");
        }

        var rows = faults.PageSize(size, Usual, Most);
        var position = faults.Position(request, parts: 1);
        return new(position is null ? Guid.Empty : faults.Id(position[0], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token"), rows);
    }

    /// <summary>Where the next page goes on; empty when none follows. One more was read than is shown.</summary>
    public string Next<T>(IMessage request, IReadOnlyList<T> found, Func<T, Guid> id) =>
        found.Count > Size ? PageToken.After(request, id(found[Size - 1]).ToString("D")) : "";
}
