using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship.RecordObjection;

/// <summary>Records an objection, or what the inquiry into it found (公示异议及调查核实).</summary>
internal sealed class RecordObjectionHandler(
    RegistrationDbContext database, HandledRequests requests, HardshipCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<RecordObjectionResponse> HandleAsync(RecordObjectionRequest request, Caller caller, CancellationToken cancellation)
    {
        HardshipValidation.Demand(request);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        var recognition = await database.Recognitions.LoadAsync(request.RecognitionId, caller, cancellation);
        if (await requests.FindAsync<RecordObjectionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        recognition.Demand(RecognitionState.Publicised, today);
        if (request.RecordCase == RecordObjectionRequest.RecordOneofCase.Objection)
        {
            recognition.RecordObjection(request.Objection, by);
        }
        else
        {
            recognition.AnswerObjection(request.Upheld, by);
        }

        var person = await database.DetailsOfAsync(recognition.PersonId, cancellation);
        var answer = new RecordObjectionResponse { Recognition = recognition.AnswerTo(person.Name, today, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
