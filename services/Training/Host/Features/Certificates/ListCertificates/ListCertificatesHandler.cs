using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Certificate = Wenye.Training.Data.Certificate;

namespace Wenye.Training.Features.Certificates.ListCertificates;

/// <summary>Whose certificates an institution gave, by number (发证台账).</summary>
internal sealed class ListCertificatesHandler(TrainingDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListCertificatesResponse> HandleAsync(ListCertificatesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (wanted, institution, size) = Read(request);
        caller.DemandDivision(await database.Institutions.Where(one => one.Id == institution).Select(one => one.Division).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("INSTITUTION_NOT_FOUND", "没有该标识的培训主体，请核对"));
        var found = await database.Printed(wanted.OrderBy(c => c.SerialNumber).Take(size + 1)).AsNoTracking().ToListAsync(cancellation);
        return new()
        {
            Certificates = { found.Take(size).Select(printed => printed.Masked()) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Certificate.SerialNumber) : "",
        };
    }

    private (IQueryable<Certificate> Wanted, Guid Institution, int Size) Read(ListCertificatesRequest request)
    {
        var faults = new RequestFaults();
        var institution = faults.Id(request.InstitutionId, "institution_id", "培训主体标识应为备案时返回的 UUID，请从机构目录查询后填写");
        var trained = request.ClassId.Length == 0 ? default(Guid?) : faults.Id(request.ClassId, "class_id", "班级标识应为开班计划时返回的 UUID，不限时不填");
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的证书状态中选择，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        faults.ThrowIfAny();

        var wanted = database.Certificates.Where(c => c.InstitutionId == institution);
        wanted = trained is { } id ? wanted.Where(c => c.ClassId == id) : wanted;
        wanted = request.State == CertificateState.Unspecified ? wanted : wanted.Where(c => c.State == request.State);
        return (after is [var last] ? wanted.Where(c => string.Compare(c.SerialNumber, last) > 0) : wanted, institution, size);
    }
}
