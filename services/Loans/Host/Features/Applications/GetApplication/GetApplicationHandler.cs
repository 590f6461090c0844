using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.GetApplication;

/// <summary>One application with every decision (查询).</summary>
internal sealed class GetApplicationHandler(ApplicationQueries applications, ApplicationAnswers answers, PersonReads reads)
{
    public async Task<GetApplicationResponse> HandleAsync(GetApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        var dossier = await applications.ReadAsync(request.ApplicationId, caller, cancellation);
        if (caller.SeesPeople())
        {
            await reads.KeepAsync(ReadSubject.Application, dossier.Row.Id, dossier.People.Count + (dossier.File.Firm?.Hires.Count ?? 0), caller, cancellation);
        }

        return new() { Application = await answers.WithAllAsync(dossier, caller, cancellation) };
    }
}
