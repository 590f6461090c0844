using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments.SearchEmployments;

/// <summary>A person's or an employer's employments (查找就业登记), the latest registered first, a page at a time.</summary>
internal sealed class SearchEmploymentsHandler(RegistrationDbContext database, PersonalDataProtector protector)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    public async Task<SearchEmploymentsResponse> HandleAsync(SearchEmploymentsRequest request, Caller caller, CancellationToken cancellation)
    {
        var before = Validate(request);
        var area = caller.VisiblePrefix;
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var found = await Asked(request)
            .Where(e => area != null && (e.Division.StartsWith(area) || e.HandledIn.StartsWith(area)) && e.Id < before)
            .OrderByDescending(e => e.Id)
            .Take(pageSize + 1)
            .ToListAsync(cancellation);
        return new SearchEmploymentsResponse
        {
            Employments = { found.Take(pageSize).Select(employment => employment.AnswerTo(caller)) },
            NextPageToken = found.Count > pageSize ? PageToken.After(request, found[pageSize - 1].Id.ToString("N")) : "",
        };
    }

    // One index each: by person, or by employer, in the order of ids.
    private IQueryable<StoredEmployment> Asked(SearchEmploymentsRequest request)
    {
        if (request.Identity is not { } identity)
        {
            return database.Employments.AsNoTracking().Where(e => e.EmployerCode == request.EmployerCode);
        }

        var document = IdentityKey.Of(protector, identity.IdDocumentType, identity.IdDocumentNumber, socialSecurityNumber: null);
        return database.Employments.AsNoTracking().Where(e => database.People.Any(person => person.Id == e.PersonId
            && (person.Identity == document || database.Set<PersonDocument>().Any(other => other.Document == document && other.PersonId == person.Id))));
    }

    private static Guid Validate(SearchEmploymentsRequest request)
    {
        var faults = new List<FieldError>();
        var before = Guid.AllBitsSet;
        if ((request.Identity is null) == (request.EmployerCode.Length == 0))
        {
            faults.Add(new("employer_code", "请填写身份证件或单位统一社会信用代码中的一项，按人或按单位查询"));
        }
        else if (request.Identity is { } identity && (identity.IdDocumentType.Length == 0 || identity.IdDocumentNumber.Length == 0))
        {
            faults.Add(new("AAC044", "按证件查询时，证件类型和证件号码都要填写"));
        }
        else if (request.Identity is null && UnifiedSocialCreditCode.Examine(request.EmployerCode, out _) is SocialCreditCodeFault.Length or SocialCreditCodeFault.Character)
        {
            faults.Add(new("employer_code", "单位统一社会信用代码应为18位数字和大写字母，请核对后重新填写"));
        }

        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new("page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        if (!PageToken.TryRead(request, parts: 1, out var position) || (position is not null && !Guid.TryParseExact(position[0], "N", out before)))
        {
            faults.Add(new("page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变"));
        }

        return faults.Count == 0 ? before : throw RpcErrors.InvalidArgument(faults);
    }
}
