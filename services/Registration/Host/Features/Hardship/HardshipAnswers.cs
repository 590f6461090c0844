using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship;

/// <summary>Recognitions as callers see them (认定应答).</summary>
internal static class HardshipAnswers
{
    /// <summary>The recognition as of a day, with evidence and history; personal fields masked unless the caller may see them (脱敏).</summary>
    public static Recognition AnswerTo(this StoredRecognition recognition, string name, DateOnly today, Caller caller)
    {
        var answer = Listed(recognition, caller.Sight("AAC003", name), today);
        answer.FamilyId = recognition.FamilyId?.ToString() ?? "";
        answer.Evidence.Add(StoredEvidence.Read(recognition.Evidence).Select(one => new Evidence
        {
            Fact = one.Fact,
            Value = caller.Sight("AAE013", one.Value),
            Source = caller.Sight("AAE013", one.Source),
            ObtainedOn = one.ObtainedOn.ToContract(),
        }));
        answer.Steps.Add(recognition.Steps.Select(step => new RecognitionStep
        {
            State = step.State,
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = caller.Sight("AAE011", step.Operator),
            OfficeId = step.OfficeId?.ToString() ?? "",
            Division = step.Division,
            Note = caller.Sight("AAE013", step.Note),
        }));
        return answer;
    }

    /// <summary>The recognition as the public list shows it (公示名单): the name masked for everybody, no evidence, no history.</summary>
    public static Recognition ForTheList(this StoredRecognition recognition, string name, DateOnly today) =>
        Listed(recognition, FormMasking.Mask(new Dictionary<string, string> { ["AAC003"] = name })["AAC003"], today);

    private static Recognition Listed(StoredRecognition recognition, string name, DateOnly today) => new()
    {
        RecognitionId = recognition.Id.ToString(),
        PersonId = recognition.PersonId.ToString(),
        RegistrationId = recognition.RegistrationId.ToString(),
        Division = recognition.Division,
        Name = name,
        Category = (HardshipCategory)recognition.Category,
        CityCategory = recognition.CityCategory,
        State = recognition.StateOn(today),
        PublicisedFrom = recognition.PublicisedFrom?.ToContract(),
        PublicisedTo = recognition.PublicisedTo?.ToContract(),
        RecognisedOn = recognition.RecognisedOn?.ToContract(),
        ExpiresOn = recognition.ExpiresOn?.ToContract(),
    };
}
