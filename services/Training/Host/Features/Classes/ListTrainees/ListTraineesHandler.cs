using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.ListTrainees;

/// <summary>Trainees of a class in the order enrolled (学员名册), masked unless the role may see them; who read it in full is kept first.</summary>
internal sealed class ListTraineesHandler(TrainingDbContext database, TimeProvider time)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListTraineesResponse> HandleAsync(ListTraineesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (classId, after, size) = Read(request);
        await database.DemandClassAsync(classId, caller, cancellation);
        var wanted = database.Enrolments.AsNoTracking().Where(one => one.ClassId == classId);
        wanted = request.State == EnrolmentState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        wanted = after is { } last ? wanted.Where(one => one.Id > last) : wanted;
        var found = await (
            from one in wanted.OrderBy(one => one.Id).Take(size + 1)
            join trainee in database.Trainees on one.TraineeId equals trainee.Id
            orderby one.Id
            select new EnrolledPerson
            {
                Enrolment = one,
                Trainee = trainee,
                SerialNumber = database.Certificates.Where(certificate => certificate.EnrolmentId == one.Id).Select(certificate => certificate.SerialNumber).SingleOrDefault(),
            }).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        await KeepAsync(classId, page, caller, cancellation);
        return new ListTraineesResponse
        {
            Enrolments = { page.Select(one => one.ToContract(caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Enrolment.Id.ToString("N")) : "",
        };
    }

    private async Task KeepAsync(Guid classId, List<EnrolledPerson> page, Caller caller, CancellationToken cancellation)
    {
        if (page.Count > 0 && caller.HandlesTraining())
        {
            database.Add(new RosterRead
            {
                ClassId = classId, FromEnrolment = page[0].Enrolment.Id, ToEnrolment = page[^1].Enrolment.Id, People = page.Count, Agency = caller.Agency, ReadAt = time.GetUtcNow(),
            });
            await database.SaveChangesAsync(cancellation);
        }
    }

    private static (Guid ClassId, Guid? After, int Size) Read(ListTraineesRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的学员状态中选择，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token")
            .ThrowIfAny();
        return (id, after is null ? null : last, size);
    }
}
