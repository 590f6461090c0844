using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>Requests and short ways that tests of recognition start from; everything in 历下区 370102 unless said otherwise.</summary>
internal static class HardshipSteps
{
    public static readonly DateOnly AfterPublicity = HardshipFixture.Monday.AddDays(8);

    public static readonly Handling ByOffice = new() { Operator = "虚构经办人", Remarks = "虚构备注" };

    /// <summary>Registers a person as unemployed and returns the registration.</summary>
    public static async Task<string> RegisterAsync(this HardshipFixture fixture, string division = "370102", SyntheticPerson? person = null)
    {
        var office = fixture.Agency(HardshipFixture.Monday, division, "intake", "reviewer").Registration;
        var submitted = await office.SubmitApplicationAsync(Applications.Submit(Applications.Form(person, division)));
        return (await office.ReviewApplicationAsync(Applications.Approve(submitted.Application.ApplicationId))).Application.RegistrationId;
    }

    public static ApplyForRecognitionRequest Apply(string registrationId, HardshipCategory category = HardshipCategory.ZeroEmploymentFamily, params Evidence[] evidence) => new()
    {
        RequestId = Applications.NewRequestId(),
        RegistrationId = registrationId,
        Category = category,
        Evidence = { evidence },
    };

    public static Evidence Shows(string fact, string value) => new()
    {
        Fact = fact,
        Value = value,
        Source = "虚构的比对结果",
        ObtainedOn = new Date { Year = 2020, Month = 8, Day = 7 },
    };

    public static ReviewRecognitionRequest Review(string id, params Evidence[] evidence) =>
        new() { RequestId = Applications.NewRequestId(), RecognitionId = id, Evidence = { evidence }, Handling = ByOffice };

    public static RecordObjectionRequest Object(string id, string text = "虚构的异议：家中有人就业") =>
        new() { RequestId = Applications.NewRequestId(), RecognitionId = id, Objection = text, Handling = ByOffice };

    public static RecordObjectionRequest Inquiry(string id, bool upheld) =>
        new() { RequestId = Applications.NewRequestId(), RecognitionId = id, Upheld = upheld, Handling = ByOffice };

    public static ConfirmRecognitionRequest Confirm(string id) => new() { RequestId = Applications.NewRequestId(), RecognitionId = id, Handling = ByOffice };

    public static RevokeRecognitionRequest Revoke(string id) =>
        new() { RequestId = Applications.NewRequestId(), RecognitionId = id, Reason = "虚构的撤销原因", Handling = ByOffice };

    /// <summary>Applies with the evidence at hand and reviews it: publicity runs from Monday 2020-08-10 to 2020-08-17.</summary>
    public static async Task<Recognition> PublicisedAsync(this HardshipFixture fixture, string registrationId, HardshipCategory category = HardshipCategory.ZeroEmploymentFamily, params Evidence[] evidence)
    {
        var office = fixture.Agency(HardshipFixture.Monday, "370102", "caseworker", "reviewer").Hardship;
        var applied = await office.ApplyForRecognitionAsync(Apply(registrationId, category, evidence.Length == 0 ? [Shows("zero_employment_family", "true")] : evidence));
        return (await office.ReviewRecognitionAsync(Review(applied.Recognition.RecognitionId))).Recognition;
    }

    /// <summary>And confirms it on 2020-08-18.</summary>
    public static async Task<Recognition> RecognisedAsync(this HardshipFixture fixture, string registrationId, HardshipCategory category = HardshipCategory.ZeroEmploymentFamily, params Evidence[] evidence)
    {
        var publicised = await fixture.PublicisedAsync(registrationId, category, evidence);
        var reviewer = fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship;
        return (await reviewer.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId))).Recognition;
    }

    public static DateOnly Day(this Date date) => new(date.Year, date.Month, date.Day);
}
