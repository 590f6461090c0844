using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship.ConfirmRecognition;

/// <summary>Recognises the person (公示无异议后认定): 公示中 → 已认定, and announces it.</summary>
internal sealed class ConfirmRecognitionHandler(
    RegistrationDbContext database, People people, HandledRequests requests, HardshipCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<ConfirmRecognitionResponse> HandleAsync(
        ConfirmRecognitionRequest request, Caller caller, CancellationToken cancellation)
    {
        HardshipValidation.Demand(request);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        var recognition = await database.Recognitions.LoadAsync(request.RecognitionId, caller, cancellation);

        // Whoever ends the registration holds the person too: it lives until this commits, or has ended before.
        await people.HoldAsync(recognition.PersonId, cancellation);
        if (await requests.FindAsync<ConfirmRecognitionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        recognition.Demand(RecognitionState.Publicised, today);
        recognition.DemandConfirmable(today);
        (await database.Registrations.AsNoTracking().SingleAsync(r => r.Id == recognition.RegistrationId, cancellation)).DemandLive();
        recognition.Confirm(today, by);
        database.Publish(new HardshipRecognised
        {
            RecognitionId = recognition.Id,
            PersonId = recognition.PersonId,
            Category = Term<Category>.Text(recognition.Category),
            CityCategory = recognition.CityCategory,
            Division = recognition.Division,
            RecognisedOn = today,
            ExpiresOn = recognition.ExpiresOn!.Value,
            FamilyId = recognition.FamilyId,
        });
        var person = await database.DetailsOfAsync(recognition.PersonId, cancellation);
        var answer = new ConfirmRecognitionResponse { Recognition = recognition.AnswerTo(person.Name, today, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
