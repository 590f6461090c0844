using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Exchange;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.ListHeldRecords;

/// <summary>Records that wait for an operator (待处理记录), the oldest first.</summary>
internal sealed class ListHeldRecordsHandler(RegistrationDbContext database)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    public async Task<ListHeldRecordsResponse> HandleAsync(ListHeldRecordsRequest request, Caller caller, CancellationToken cancellation)
    {
        var after = Validate(request);
        caller.DemandDivision(request.Division);
        var area = DivisionArea.Of(request.Division);
        var size = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var held = database.Set<ExchangeRecord>().AsNoTracking()
            .Where(r => r.State == ExchangeRecordState.Held && r.Division.StartsWith(area) && r.Id > after);
        if (request.Kind != ExchangeKind.Unspecified)
        {
            held = held.Where(r => r.Kind == request.Kind);
        }

        var page = await held.OrderBy(r => r.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListHeldRecordsResponse
        {
            Records = { page.Take(size).Select(record => record.Answer()) },
            NextPageToken = page.Count > size ? PageToken.After(request, page[size - 1].Id.ToString("D")) : "",
        };
    }

    private static Guid Validate(ListHeldRecordsRequest request)
    {
        var faults = new List<FieldError>();
        var after = Guid.Empty;
        if (request.Division.Length != 6 || !request.Division.All(char.IsAsciiDigit))
        {
            faults.Add(new FieldError("division", "请填写六位行政区划代码，如 370100"));
        }

        if (!Enum.IsDefined(request.Kind))
        {
            faults.Add(new FieldError("kind", "请从接口定义的交换事项中选择"));
        }

        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new FieldError("page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        if (!PageToken.TryRead(request, 1, out var position) || (position is [var id] && !Guid.TryParseExact(id, "D", out after)))
        {
            faults.Add(new FieldError("page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变"));
        }

        return faults.Count == 0 ? after : throw RpcErrors.InvalidArgument(faults);
    }
}
