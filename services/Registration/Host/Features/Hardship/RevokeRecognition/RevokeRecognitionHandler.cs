using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship.RevokeRecognition;

/// <summary>Revokes a recognition (撤销认定): 已认定 → 已撤销, and announces it.</summary>
internal sealed class RevokeRecognitionHandler(
    RegistrationDbContext database, HandledRequests requests, HardshipCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<RevokeRecognitionResponse> HandleAsync(RevokeRecognitionRequest request, Caller caller, CancellationToken cancellation)
    {
        HardshipValidation.Demand(request);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        var recognition = await database.Recognitions.LoadAsync(request.RecognitionId, caller, cancellation);
        if (await requests.FindAsync<RevokeRecognitionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        recognition.Demand(RecognitionState.Recognised, today);
        recognition.Revoke(request.Reason, by);
        database.Publish(new HardshipEnded
        {
            RecognitionId = recognition.Id,
            PersonId = recognition.PersonId,
            Category = Term<Category>.Text(recognition.Category),
            CityCategory = recognition.CityCategory,
            Division = recognition.Division,
            EndedOn = today,
        });
        var person = await database.DetailsOfAsync(recognition.PersonId, cancellation);
        var answer = new RevokeRecognitionResponse { Recognition = recognition.AnswerTo(person.Name, today, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
