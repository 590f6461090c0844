using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship.ReviewRecognition;

/// <summary>Reviews an application (审核): 待审核 → 公示中, when the decision is granted; otherwise evidence and decision are kept.</summary>
internal sealed class ReviewRecognitionHandler(
    RegistrationDbContext database, HandledRequests requests, HardshipCommit commit, HardshipDecisions decisions, OfficeDirectory offices,
    PersonalDataProtector protector, TimeProvider time)
{
    public async Task<ReviewRecognitionResponse> HandleAsync(
        ReviewRecognitionRequest request, Caller caller, CancellationToken cancellation)
    {
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        HardshipValidation.Demand(request, today);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var recognition = await database.Recognitions.LoadAsync(request.RecognitionId, caller, cancellation);
        HardshipValidation.Demand(request.Household, recognition.Category);
        if (await requests.FindAsync<ReviewRecognitionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        recognition.Demand(RecognitionState.Applied, today);
        var registration = await database.Registrations.AsNoTracking().SingleAsync(r => r.Id == recognition.RegistrationId, cancellation);
        var evidence = StoredEvidence.Read(recognition.Evidence).Add(request.Evidence);
        var decision = await decisions.DecideAsync(registration, recognition.Category, recognition.CityCategory, evidence, today, cancellation);
        recognition.Evidence = StoredEvidence.Write(evidence);
        recognition.FamilyId = protector.FamilyOf(request.Household) ?? recognition.FamilyId;
        recognition.Decision = decision.Canonical();
        if (decision.Result is { } terms)
        {
            recognition.Publicise(today, terms, by);
        }

        var person = await database.DetailsOfAsync(recognition.PersonId, cancellation);
        var answer = new ReviewRecognitionResponse { Recognition = recognition.AnswerTo(person.Name, today, caller), Decision = decision.ToContract() };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
