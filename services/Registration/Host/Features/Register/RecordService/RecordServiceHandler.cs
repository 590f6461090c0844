using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.RecordService;

/// <summary>Records a contact or service (记录联系和服务) and keeps what is due next in step.</summary>
internal sealed class RecordServiceHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, RegistrationDecisions decisions, OfficeDirectory offices, TimeProvider time)
{
    public async Task<RecordServiceResponse> HandleAsync(RecordServiceRequest request, Caller caller, CancellationToken cancellation)
    {
        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var registration = await database.Registrations.LoadAsync(request.RegistrationId, caller, cancellation);
        var first = await requests.FindAsync<RecordServiceResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        ServiceValidation.Demand(request, registration, today);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var service = Service(request, registration, by);
        var services = await database.Services.OfAsync(registration.Id, cancellation);
        database.Add(service);
        var obligations = decisions.Services(registration, [.. services, service], registration.CancelledOn ?? today);
        registration.Serve(ServiceDues.Of(obligations.Result!));
        var answer = new RecordServiceResponse { Record = service.AnswerTo(caller), Obligations = obligations.ToContract() };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private static StoredService Service(RecordServiceRequest request, UnemploymentRegistration registration, HandledBy by) => new()
    {
        Id = Guid.CreateVersion7(),
        RegistrationId = registration.Id,
        Kind = request.Kind,
        ProvidedOn = request.ProvidedOn.ToDay(),
        Manner = request.Manner,
        Outcome = request.Outcome,
        Note = request.Note.Length == 0 ? null : request.Note,
        Agency = by.Agency,
        Division = by.Division,
        Operator = by.Operator,
        OfficeId = by.OfficeId,
        RecordedAt = by.At,
    };
}
