using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications;

/// <summary>Applications as callers see them (申请信息应答).</summary>
internal static class ApplicationAnswers
{
    /// <summary>The application as stored, its personal fields masked unless the caller reviews (脱敏).</summary>
    public static Application AnswerTo(this StoredApplication application, Caller caller) =>
        application.AnswerTo(caller, FormJson.Read(application.Form));

    /// <summary>The same where the form is at hand already.</summary>
    public static Application AnswerTo(this StoredApplication application, Caller caller, Dictionary<string, string> fields) => new()
    {
        ApplicationId = application.Id.ToString(),
        State = application.State,
        Form = FormTo(caller, fields),
        ReviewDue = application.ReviewDue?.ToContract(),
        RegistrationId = application.RegistrationId?.ToString() ?? "",
        Channel = application.Channel,
        SerialNumber = application.Serial ?? "",
        Commitment = application.Missing is { } missing && application.CommittedOn is { } signed ? new Commitment
        {
            Missing = { Intake.MissingOf(missing).Select(text => caller.Sight("AAE815", text)) },
            SignedOn = signed.ToContract(),
        } : null,
        CommitmentFulfilled = application.SuppliedOn is not null,
        Place = application.Place ?? (fields["ADC221"] == "1" ? RegistrationPlace.Household : RegistrationPlace.Residence),
        Steps = { application.Steps.Select(step => Answer(step, caller)) },
    };

    /// <summary>The form, its personal fields masked unless the caller reviews (脱敏).</summary>
    public static ApplicationForm FormTo(Caller caller, Dictionary<string, string> fields) =>
        FormFields.Write(caller.SeesPersonalData() ? fields : FormMasking.Mask(fields));

    private static ApplicationStep Answer(StoredStep step, Caller caller) => new()
    {
        State = step.State,
        OccurredAt = step.OccurredAt.ToTimestamp(),
        Agency = step.Agency,
        Reason = step.Reason ?? "",
        Operator = caller.Sight("AAE011", step.Operator),
        OfficeId = step.OfficeId?.ToString() ?? "",
        Division = step.Division,
    };
}
