using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using Office = Wenye.Registration.Data.Office;

namespace Wenye.Registration.Features.Offices.SearchOffices;

/// <summary>Finds offices (查找机构) in order of place and name.</summary>
/// <remarks>
/// Read in the order of the unique index from where the page begins. Part of a name or service is compared on the way: the
/// directory of a province has some 80,000 rows, of a city some 6,000, so no index of word parts is kept for it.
/// </remarks>
internal sealed class SearchOfficesHandler(RegistrationDbContext database)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;
    private const int MaxTextLength = 100;

    public async Task<SearchOfficesResponse> HandleAsync(SearchOfficesRequest request, CancellationToken cancellation)
    {
        var after = Validate(request);
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var found = await Matching(request)
            .Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.Division, o.Name), ValueTuple.Create(after.Division, after.Name)))
            .OrderBy(o => o.Division).ThenBy(o => o.Name)
            .Take(pageSize + 1)
            .ToListAsync(cancellation);

        var page = found.Take(pageSize).ToList();
        return new SearchOfficesResponse
        {
            Offices = { page.Select(office => office.ToAnswer()) },
            NextPageToken = found.Count > pageSize ? PageToken.After(request, page[^1].Division, page[^1].Name) : "",
        };
    }

    private IQueryable<Office> Matching(SearchOfficesRequest request)
    {
        var offices = database.Offices.AsNoTracking();
        if (request.Division.Length > 0)
        {
            // ':' follows '9': the place and all below it.
            var end = request.Division + ":";
            offices = offices.Where(o => string.Compare(o.Division, request.Division) >= 0 && string.Compare(o.Division, end) < 0);
        }

        if (!request.IncludeClosed)
        {
            offices = offices.Where(o => !o.Closed);
        }

        if (request.Name.Length > 0)
        {
            offices = offices.Where(o => o.Name.Contains(request.Name));
        }

        if (request.Level != OfficeLevel.Unspecified)
        {
            offices = offices.Where(o => o.Level == request.Level);
        }

        return request.Service.Length == 0 ? offices : offices.Where(o => o.Services.Any(service => service.Contains(request.Service)));
    }

    private static (string Division, string Name) Validate(SearchOfficesRequest request)
    {
        var faults = new List<FieldError>();
        void Demand(bool holds, string field, string message)
        {
            if (!holds)
            {
                faults.Add(new FieldError(field, message));
            }
        }

        Demand(
            request.Division.Length is 0 or (>= 2 and <= 12) && request.Division.All(char.IsAsciiDigit),
            "division", "行政区划请填写 2 至 12 位数字，如 3701、370102、370102001");
        Demand(request.Name.Length <= MaxTextLength, "name", $"机构名称不超过{MaxTextLength}个字符");
        Demand(request.Service.Length <= MaxTextLength, "service", $"经办项目不超过{MaxTextLength}个字符");
        Demand(Enum.IsDefined(request.Level), "level", "机构级别应为市本级、县、街道（乡镇）、社区（村）之一，不限时不填");
        Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        Demand(PageToken.TryRead(request, parts: 2, out var after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        return faults.Count > 0 ? throw RpcErrors.InvalidArgument(faults) : after is [var division, var name] ? (division, name) : ("", "");
    }
}
