using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.ListOverdueServices;

/// <summary>A valid question for what is overdue (逾期查询条件).</summary>
/// <param name="Place">Which divisions.</param>
/// <param name="Office">Only this office; null: all.</param>
/// <param name="Size">Services on the page.</param>
/// <param name="After">Day, registration and kind of the last service given; the least of all on the first page.</param>
internal sealed record OverdueQuery(DivisionRange Place, Guid? Office, int Size, (DateOnly Due, Guid Id, ServiceKind Kind) After)
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static OverdueQuery Of(ListOverdueServicesRequest request)
    {
        var faults = new List<FieldError>();
        if (!DivisionRange.IsCode(request.Division))
        {
            faults.Add(new("division", "请填写本机构辖区内的行政区划代码，6位数字"));
        }

        Guid? office = Guid.TryParseExact(request.OfficeId, "D", out var id) ? id : null;
        if (request.OfficeId.Length > 0 && office is null)
        {
            faults.Add(new("office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写"));
        }

        if (!Enum.IsDefined(request.Kind))
        {
            faults.Add(new("kind", "请从接口定义的服务事项中选择"));
        }

        if (request.PageSize is < 0 or > LargestPage)
        {
            faults.Add(new("page_size", $"每页 1 至 {LargestPage} 条，0 为 {UsualPage} 条"));
        }

        var after = (DateOnly.MinValue, Guid.Empty, ServiceKind.Unspecified);
        if (!PageToken.TryRead(request, parts: 3, out var position) || (position is not null && !TryRead(position, out after)))
        {
            faults.Add(new("page_token", "分页标记无效或不属于本查询，请用上一页返回的标记，或从第一页查起"));
        }

        return faults.Count > 0
            ? throw RpcErrors.InvalidArgument(faults)
            : new(DivisionRange.Of(request.Division), office, request.PageSize == 0 ? UsualPage : request.PageSize, after);
    }

    /// <summary>The token of the page that follows a service of a registration.</summary>
    public static string TokenAfter(ListOverdueServicesRequest request, UnemploymentRegistration registration, ServiceKind kind) =>
        PageToken.After(request, $"{registration.Dues.Next:yyyy-MM-dd}", registration.Id.ToString(), $"{(int)kind}");

    private static bool TryRead(string[] position, out (DateOnly Due, Guid Id, ServiceKind Kind) after)
    {
        var isRead = DateOnly.TryParseExact(position[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            & Guid.TryParseExact(position[1], "D", out var id)
            & int.TryParse(position[2], NumberStyles.None, CultureInfo.InvariantCulture, out var kind);
        after = (due, id, (ServiceKind)kind);
        return isRead;
    }
}
