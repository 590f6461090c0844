using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship.ApplyForRecognition;

/// <summary>Takes an application for recognition in (申请认定), with the decision on what is known so far.</summary>
internal sealed class ApplyForRecognitionHandler(
    RegistrationDbContext database, HandledRequests requests, HardshipCommit commit, HardshipDecisions decisions, OfficeDirectory offices,
    PersonalDataProtector protector, TimeProvider time)
{
    public async Task<ApplyForRecognitionResponse> HandleAsync(
        ApplyForRecognitionRequest request, Caller caller, CancellationToken cancellation)
    {
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        HardshipValidation.Demand(request, today);
        await offices.DemandAsync(request.Handling, caller, cancellation);
        var registration = await database.Registrations.LoadAsync(request.RegistrationId, caller, cancellation);
        if (await requests.FindAsync<ApplyForRecognitionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        registration.DemandLive();
        var category = (Category)request.Category;
        await EndExpiredAsync(registration.PersonId, category, request.CityCategory, by, cancellation);
        var evidence = Array.Empty<StoredEvidence>().Add(request.Evidence);
        var decision = await decisions.DecideAsync(registration, category, request.CityCategory, evidence, today, cancellation);
        var recognition = new StoredRecognition
        {
            Id = Guid.CreateVersion7(),
            PersonId = registration.PersonId,
            RegistrationId = registration.Id,
            Division = registration.Division,
            Category = category,
            CityCategory = request.CityCategory,
            FamilyId = protector.FamilyOf(request.Household),
            Evidence = StoredEvidence.Write(evidence),
            Decision = decision.Canonical(),
        };
        recognition.Apply(by);
        database.Add(recognition);
        var person = await database.DetailsOfAsync(registration.PersonId, cancellation);
        var answer = new ApplyForRecognitionResponse { Recognition = recognition.AnswerTo(person.Name, today, caller), Decision = decision.ToContract() };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    // Only its day tells that a recognition has expired; before the person has another, its row must say so.
    private async Task EndExpiredAsync(Guid personId, Category category, string cityCategory, HandledBy by, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(by.At);
        var earlier = await database.Recognitions.Include(r => r.Steps).Where(r =>
            r.PersonId == personId && r.Category == category && r.CityCategory == cityCategory
            && r.State == RecognitionState.Recognised && r.ExpiresOn < today).SingleOrDefaultAsync(cancellation);
        if (earlier is null)
        {
            return;
        }

        await database.Database.BeginTransactionAsync(cancellation);
        earlier.Expire(by);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Whoever wins ends it and applies: this call meets theirs.
            throw HardshipCommit.ChangedMeanwhile();
        }
    }
}
