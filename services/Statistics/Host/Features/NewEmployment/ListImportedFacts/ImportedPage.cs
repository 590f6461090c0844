using Google.Protobuf;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.NewEmployment.ListImportedFacts;

/// <summary>Which imported rows are asked for (查询条件).</summary>
/// <param name="Area">As <see cref="FigureQuery.Area"/>.</param>
/// <param name="PageSize">At least 1.</param>
internal sealed record ImportedPage(string Area, int PageSize)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    /// <summary>Reads a request (读取查询条件) and where its page begins; null: at the first.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming every field at fault.</exception>
    public static (ImportedPage Page, IReadOnlyList<string>? After) Of(IMessage request, string division, int pageSize, int parts)
    {
        var query = new FigureQuery();
        var area = query.Area("division", division);
        query.Demand(pageSize is >= 0 and <= LongestPage, "page_size", $"每页条数应为 1 至 {LongestPage}，0 表示 {UsualPage}");
        query.Demand(PageToken.TryRead(request, parts, out var after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (new(area, pageSize == 0 ? UsualPage : pageSize), after);
    }
}
