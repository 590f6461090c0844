using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.SubmitApplication;

/// <summary>The first answers of SubmitApplication, for its repeats (首次答复).</summary>
/// <remarks>
/// Form and decisions are nine tenths of an answer. They are not kept a second time: the repeat brings the form itself, which
/// must be the same, and the decisions stand with the application, never changed after it was taken.
/// </remarks>
internal sealed class FirstAnswers(RegistrationDbContext database, HandledRequests requests)
{
    /// <summary>What is kept of an answer (留存部分).</summary>
    public static SubmitApplicationResponse Kept(SubmitApplicationResponse answer)
    {
        // The form is taken off before the copy, which would copy its forty fields too.
        var form = answer.Application.Form;
        answer.Application.Form = null;
        var kept = new SubmitApplicationResponse { Application = answer.Application.Clone() };
        answer.Application.Form = form;
        return kept;
    }

    /// <summary>The first answer to a request; null when it was not handled yet.</summary>
    /// <exception cref="Grpc.Core.RpcException">As <see cref="HandledRequests.FindAsync"/>.</exception>
    public async Task<SubmitApplicationResponse?> FindAsync(SubmitApplicationRequest request, Caller caller, CancellationToken cancellation) =>
        await requests.FindAsync<SubmitApplicationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } kept
            ? await WholeAsync(kept, request, caller, cancellation)
            : null;

    /// <summary>The answer to give when the call was committed: its own, or that of a call with the same id that came first.</summary>
    public async Task<SubmitApplicationResponse> FirstOfAsync(
        SubmitApplicationResponse answer, SubmitApplicationResponse committed, SubmitApplicationRequest request, Caller caller, CancellationToken cancellation) =>
        committed.Application.ApplicationId == answer.Application.ApplicationId ? answer : await WholeAsync(committed, request, caller, cancellation);

    private async Task<SubmitApplicationResponse> WholeAsync(
        SubmitApplicationResponse kept, SubmitApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Guid.Parse(kept.Application.ApplicationId);
        var stored = await database.Applications.AsNoTracking().Where(application => application.Id == id)
            .Select(application => new { application.EligibilityDecision, application.DeadlineDecision }).SingleAsync(cancellation);
        kept.Application.Form = ApplicationAnswers.FormTo(caller, FormFields.Read(request.Form));
        kept.Eligibility = StoredDecisions.ToContract(stored.EligibilityDecision.Open());
        kept.ReviewDeadline = StoredDecisions.ToContract(stored.DeadlineDecision);
        return kept;
    }
}
