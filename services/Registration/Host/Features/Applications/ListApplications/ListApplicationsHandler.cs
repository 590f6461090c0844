using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.ListApplications;

/// <summary>Applications of a place, the ones due first (申请列表).</summary>
internal sealed class ListApplicationsHandler(RegistrationDbContext database)
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    public async Task<ListApplicationsResponse> HandleAsync(ListApplicationsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = Faults(request, out var after, out var office).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        caller.DemandDivision(request.Division);
        var size = request.PageSize == 0 ? UsualPage : request.PageSize;
        var found = await database.Applications.PageAsync(
            DivisionRange.Of(request.Division), request.State, after, request.DueBefore?.ToDay(), office, size + 1, cancellation);
        var shown = found.Take(size).ToList();
        return new ListApplicationsResponse
        {
            Applications = { shown.Select(application => application.AnswerTo(caller)) },
            NextPageToken = found.Count > size
                ? PageToken.After(request, $"{shown[^1].ReviewDue ?? DueApplications.Never:yyyy-MM-dd}", shown[^1].Id.ToString())
                : "",
        };
    }

    private static List<FieldError> Faults(ListApplicationsRequest request, out (DateOnly Due, Guid Id) after, out Guid? office)
    {
        var faults = new List<FieldError>();
        if (!DivisionRange.IsCode(request.Division))
        {
            faults.Add(new("division", "请填写本机构辖区内的行政区划代码，6位数字"));
        }

        if (!Enum.IsDefined(request.State))
        {
            faults.Add(new("state", "请从接口定义的申请状态中选择"));
        }

        if (request.DueBefore is { } day && !day.IsDay())
        {
            faults.Add(new("due_before", "不是有效的日期，请核对年、月、日"));
        }

        office = Guid.TryParseExact(request.OfficeId, "D", out var id) ? id : null;
        if (request.OfficeId.Length > 0 && office is null)
        {
            faults.Add(new("office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写"));
        }

        if (request.PageSize is < 0 or > LargestPage)
        {
            faults.Add(new("page_size", $"每页 1 至 {LargestPage} 条，0 为 {UsualPage} 条"));
        }

        after = (DateOnly.MinValue, Guid.Empty);
        if (!PageToken.TryRead(request, parts: 2, out var position) || (position is not null && !TryRead(position, out after)))
        {
            faults.Add(new("page_token", "分页标记无效或不属于本查询，请用上一页返回的标记，或从第一页查起"));
        }

        return faults;
    }

    private static bool TryRead(string[] position, out (DateOnly Due, Guid Id) after)
    {
        var isDay = DateOnly.TryParseExact(position[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due);
        var isId = Guid.TryParseExact(position[1], "D", out var id);
        after = (due, id);
        return isDay && isId;
    }
}
