using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.InternshipForms.GetInternshipForm;

/// <summary>A month's form with all its versions (填报历史).</summary>
internal sealed class GetInternshipFormHandler(FormQueries forms)
{
    public async Task<GetInternshipFormResponse> HandleAsync(GetInternshipFormRequest request, Caller caller, CancellationToken cancellation)
    {
        var (division, month) = FormQueries.Read(new(), request.Division, request.Month, caller);
        var versions = await forms.VersionsAsync(division.Code, month.ToString(), cancellation);
        return versions.Count == 0
            ? throw RpcErrors.NotFound("FORM_NOT_FOUND", "当月没有填报见习汇总表，请核对行政区划和月份")
            : new GetInternshipFormResponse { Versions = { versions.Select(FormQueries.ToContract) }, Decision = StoredDecisions.ToContract(versions[0].Decision) };
    }
}
