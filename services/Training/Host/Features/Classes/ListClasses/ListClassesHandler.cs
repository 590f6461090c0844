using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes.ListClasses;

/// <summary>Classes of a place or institution by state, newest first (班级清单).</summary>
internal sealed class ListClassesHandler(TrainingDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListClassesResponse> HandleAsync(ListClassesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (wanted, size) = Read(request, caller);
        var found = await wanted.OrderByDescending(one => one.Id).Take(size + 1).AsNoTracking()
            .Join(database.Institutions, one => one.InstitutionId, institution => institution.Id, (one, institution) => new { Class = one, institution.Name })
            .OrderByDescending(row => row.Class.Id)
            .ToListAsync(cancellation);
        return new ListClassesResponse
        {
            TrainingClasses = { found.Take(size).Select(row => row.Class.ToLine(row.Name)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Class.Id.ToString("N")) : "",
        };
    }

    private (IQueryable<TrainingClass> Wanted, int Size) Read(ListClassesRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var institution = request.InstitutionId.Length > 0
            ? faults.Id(request.InstitutionId, "institution_id", "培训主体标识应为备案时返回的 UUID，不限时不填") : (Guid?)null;
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的班级状态中选择，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token")
            .ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var wanted = from == division
            ? database.Classes.Where(one => one.Division == from)
            : database.Classes.Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
        wanted = institution is { } id ? wanted.Where(one => one.InstitutionId == id) : wanted;
        wanted = request.State == ClassState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        return (after is null ? wanted : wanted.Where(one => one.Id < last), size);
    }
}
