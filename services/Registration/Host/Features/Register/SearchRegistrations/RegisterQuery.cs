using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.SearchRegistrations;

/// <summary>What a search asks for (查询条件), read and checked: hashes instead of names and numbers.</summary>
/// <param name="Division">The county, city or province searched.</param>
/// <param name="Name">Keyed hash of the whole name; null: any.</param>
/// <param name="Identity">Keyed hash of the document; null: any.</param>
/// <param name="OfficeId">Null: any.</param>
/// <param name="Ended">Null: live and ended.</param>
/// <param name="From">First day of registration.</param>
/// <param name="Before">Registrations before this place in the order are wanted: day, then id.</param>
/// <param name="PageSize">1 to 200.</param>
internal sealed record RegisterQuery(
    Division Division, byte[]? Name, byte[]? Identity, Guid? OfficeId, bool? Ended, DateOnly From, (DateOnly Day, Guid Id) Before, int PageSize)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;
    private const int MaxNameLength = 50;
    private const int MaxDocumentLength = 22;

    /// <summary>Never the values: they find a person.</summary>
    public override string ToString() => nameof(RegisterQuery);

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with everything at fault.</exception>
    public static RegisterQuery Of(SearchRegistrationsRequest request, PersonalDataProtector protector)
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
            Division.TryParse(request.Division, out var division) && division.Level != DivisionLevel.Nation,
            "division", "请填写要查询的县、市或省的 6 位行政区划代码，如 370102、370100、370000");
        Demand(request.Name.EnumerateRunes().Count() <= MaxNameLength && !request.Name.Any(char.IsWhiteSpace), "AAC003", $"请填写完整姓名，不超过{MaxNameLength}个字符，不含空格");
        Demand(
            request.Identity is null || (request.Identity.IdDocumentType.Length > 0 && request.Identity.IdDocumentNumber.Length is > 0 and <= MaxDocumentLength),
            "AAC044", $"按证件查询时，证件类型和证件号码（不超过{MaxDocumentLength}个字符）都要填写");
        Guid office = default;
        Demand(request.OfficeId.Length == 0 || Guid.TryParseExact(request.OfficeId, "D", out office), "office_id", "机构标识应为机构清单中的 UUID，请从机构清单查询后填写");
        Demand(Enum.IsDefined(request.Status), "status", "登记状态应为登记失业中或已注销，不限时不填");
        Demand(TryDay(request.RegisteredFrom, DateOnly.MinValue, out var from), "registered_from", "请填写有效的起始日期");
        Demand(TryDay(request.RegisteredTo, DateOnly.MaxValue.AddDays(-1), out var to), "registered_to", "请填写有效的截止日期");
        Demand(from <= to, "registered_to", "截止日期不得早于起始日期");
        Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        Demand(TryPosition(request, to, out var before), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        return new RegisterQuery(
            division,
            request.Name.Length == 0 ? null : IdentityKey.OfName(protector, request.Name),
            request.Identity is null ? null : IdentityKey.Of(protector, request.Identity.IdDocumentType, request.Identity.IdDocumentNumber, socialSecurityNumber: null),
            request.OfficeId.Length == 0 ? null : office,
            request.Status switch { RegistrationStatus.Live => false, RegistrationStatus.Ended => true, _ => null },
            from, before, request.PageSize == 0 ? DefaultPageSize : request.PageSize);
    }

    /// <summary>The token of the page after this registration.</summary>
    public static string TokenAfter(SearchRegistrationsRequest request, UnemploymentRegistration last) =>
        PageToken.After(request, last.RegisteredOn.ToString("yyyyMMdd"), last.Id.ToString("N"));

    // The first page begins before the day after the last wanted one: every id is later than the zero id.
    private static bool TryPosition(SearchRegistrationsRequest request, DateOnly to, out (DateOnly Day, Guid Id) before)
    {
        before = (to.AddDays(1), Guid.Empty);
        if (!PageToken.TryRead(request, parts: 2, out var position))
        {
            return false;
        }

        return position is null
            || (DateOnly.TryParseExact(position[0], "yyyyMMdd", out before.Day) && Guid.TryParseExact(position[1], "N", out before.Id));
    }

    private static bool TryDay(Date? date, DateOnly whenAbsent, out DateOnly day)
    {
        day = whenAbsent;
        if (date is null)
        {
            return true;
        }

        if (date.Year is < 1900 or > 9998 || date.Month is < 1 or > 12 || date.Day < 1 || date.Day > DateTime.DaysInMonth(date.Year, date.Month))
        {
            return false;
        }

        day = date.ToDay();
        return true;
    }
}
