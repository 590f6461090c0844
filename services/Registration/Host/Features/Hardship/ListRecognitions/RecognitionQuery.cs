using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship.ListRecognitions;

/// <summary>What a list asks for (查询条件), read and checked.</summary>
/// <param name="Division">The county, city or province listed.</param>
/// <param name="State">As of today; null: any.</param>
/// <param name="Category">Null: any.</param>
/// <param name="ExpiresBefore">Null: any.</param>
/// <param name="After">Recognitions after this one are wanted.</param>
/// <param name="PageSize">1 to 200.</param>
internal sealed record RecognitionQuery(
    Division Division, RecognitionState? State, Category? Category, DateOnly? ExpiresBefore, Guid After, int PageSize)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with everything at fault.</exception>
    public static RecognitionQuery Of(ListRecognitionsRequest request)
    {
        var faults = new List<FieldError>();
        void Demand(bool holds, string field, string message)
        {
            if (!holds)
            {
                faults.Add(new FieldError(field, message));
            }
        }

        var after = Guid.Empty;
        Demand(
            Division.TryParse(request.Division, out var division) && division.Level != DivisionLevel.Nation,
            "division", "请填写要查询的县、市或省的 6 位行政区划代码，如 370102、370100、370000");
        Demand(Enum.IsDefined(request.State), "state", "请从接口定义的认定状态中选择，不限时不填");
        Demand(Enum.IsDefined(request.Category), "category", "请从接口定义的就业困难人员类别中选择，不限时不填");
        Demand(request.ExpiresBefore is null || request.ExpiresBefore.IsDay(), "expires_before", "请填写有效的日期");
        Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        Demand(
            PageToken.TryRead(request, parts: 1, out var position) && (position is null || Guid.TryParseExact(position[0], "N", out after)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        return new RecognitionQuery(
            division,
            request.State == RecognitionState.Unspecified ? null : request.State,
            request.Category == HardshipCategory.Unspecified ? null : (Category)request.Category,
            request.ExpiresBefore?.ToDay(), after, request.PageSize == 0 ? DefaultPageSize : request.PageSize);
    }
}
