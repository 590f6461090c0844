using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Host.Tests.Certificates;
using Wenye.Training.Host.Tests.Claims;

namespace Wenye.Training.Host.Tests.Files;

/// <summary>What was claimed and paid for a person stands in the file beside the classes.</summary>
public sealed class FiledClaimTests(TrainingFixture fixture)
{
    private const string County = "371427";

    [Fact]
    public async Task Claims_granted_and_refused_and_what_was_paid_before_stand_in_the_order_of_time()
    {
        var scene = await ClaimScene.SetAsync(fixture, County);
        var person = People.New();
        await scene.RecordAsync(person, 1);
        var first = await scene.SubmitAsync(scene.OfPerson(person));
        await scene.ReviewAsync(first.Claim);
        var second = await scene.SubmitAsync(scene.OfPerson(person, number: "Q2020-2"), TrainingFixture.Today.AddDays(2));
        second.Lines[0].Outcome.ShouldBe(Outcome.Refused);
        var request = new GetTrainingFileRequest { Name = person.Name, IdNumber = person.ResidentId };

        // No class of ours: the claim alone makes it this office's.
        var file = await Files(County, Roles.Training).GetTrainingFileAsync(request);

        file.Entries.Select(entry => entry.RecordCase).ShouldBe(
            [TrainingFileEntry.RecordOneofCase.PriorSubsidy, TrainingFileEntry.RecordOneofCase.Claim, TrainingFileEntry.RecordOneofCase.Claim]);
        (file.Entries[0].PriorSubsidy.Kind, file.Entries[0].PriorSubsidy.Division).ShouldBe((ClaimKind.TrainingSubsidy, County));
        var (granted, refused) = (file.Entries[1].Claim, file.Entries[2].Claim);
        (granted.ClaimId, granted.Line, granted.Outcome, granted.AmountFen, granted.State).ShouldBe((first.Claim.ClaimId, 1, Outcome.Granted, first.Lines[0].AmountFen, ClaimState.Reviewed));
        (granted.Payment, granted.PayableId.Length > 0, granted.PaidOn, granted.ClaimantName, granted.EnrolmentId).ShouldBe((PayableState.Decided, true, null, "", ""));
        (granted.Occupation.Occupation, granted.Certificate).ShouldBe((scene.Occupation, CertificateKind.Qualification));
        (refused.ClaimId, refused.Outcome, refused.AmountFen, refused.Payment).ShouldBe((second.Claim.ClaimId, Outcome.Refused, 0L, PayableState.Unspecified));
        (file.Entries[1].Day, file.Entries[2].Day.Day).ShouldBe((TrainingFixture.Today.ToContract(), 3));
        (await Refused.ByAsync(Files("371428", Roles.Training).GetTrainingFileAsync(request))).Reason.ShouldBe("TRAINING_FILE_NOT_FOUND");
    }

    [Fact]
    public async Task A_line_of_an_institution_names_it_and_why_it_was_not_confirmed_only_to_those_who_handle_training()
    {
        var scene = await ClaimScene.SetAsync(fixture, County);
        var enrolled = await scene.EnrolAsync();
        var claim = (await scene.SubmitAsync(scene.OnBehalf(enrolled))).Claim;
        await scene.ReviewAsync(claim, new RejectedClaimLine { Line = 1, Reason = "本人未参训" });
        var request = new GetTrainingFileRequest { TraineeId = enrolled.Person.ToString() };

        var full = (await Files(County, Roles.TrainingReviewer).GetTrainingFileAsync(request)).Entries[^1].Claim;
        var masked = (await Files(County, Roles.TrainingFiles).GetTrainingFileAsync(request)).Entries[^1].Claim;

        (full.ClaimantName, full.EnrolmentId, full.RejectedBecause).ShouldBe(("某某职业培训学校", enrolled.Enrolment.ToString(), "本人未参训"));
        (masked.ClaimantName, masked.RejectedBecause, masked.PayableId).ShouldBe(("某某职业培训学校", "", ""));
    }

    private TrainingFileService.TrainingFileServiceClient Files(string division, string role) => new(fixture.Calls(division, role));
}
