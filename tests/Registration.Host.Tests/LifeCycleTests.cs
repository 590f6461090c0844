using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>An application from its submission to its end, with the states of 鲁人社字〔2020〕39号 附件5 三.</summary>
public sealed class LifeCycleTests(RegistrationFixture fixture)
{
    private readonly TestAgency intake = fixture.Agency("370102", "intake");
    private readonly TestAgency reviewer = fixture.Agency("370102", "reviewer");

    [Fact]
    public async Task An_application_is_pending_with_the_facts_still_to_be_established()
    {
        var answer = await intake.Client.SubmitApplicationAsync(Applications.Submit());

        answer.Application.State.ShouldBe(ApplicationState.PendingReview);
        answer.Application.Steps.ShouldHaveSingleItem().Agency.ShouldBe(intake.Id);
        answer.Eligibility.Program.ShouldBe("registration.eligibility");
        answer.Eligibility.Outcome.ShouldBe(Outcome.Incomplete);
        answer.Eligibility.MissingFacts.ShouldBe(["receives_pension", "able_to_work", "employed"], ignoreOrder: true);
        answer.ReviewDeadline.Outputs["due"].ShouldBe("2020-08-13");
        answer.ReviewDeadline.Parameters.ShouldContain(use => use.Clause.Document == "人社厅发〔2020〕79号" && use.Clause.Item == "一(三)");
        answer.Application.ReviewDue.ToString().ShouldBe(new Contracts.Type.V1.Date { Year = 2020, Month = 8, Day = 13 }.ToString());
    }

    [Fact]
    public async Task An_approved_application_registers_the_person()
    {
        var id = await SubmitAsync();

        var started = await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        started.Application.State.ShouldBe(ApplicationState.UnderReview);
        var approved = await reviewer.Client.ReviewApplicationAsync(Applications.Approve(id));

        approved.Applied.ShouldBeTrue();
        approved.Decision.Outcome.ShouldBe(Outcome.Granted);
        approved.Application.State.ShouldBe(ApplicationState.Approved);
        Guid.TryParse(approved.Application.RegistrationId, out _).ShouldBeTrue();
        var read = await intake.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id });
        read.Application.Steps.Select(step => (step.State, step.Agency)).ShouldBe(
        [
            (ApplicationState.PendingReview, intake.Id),
            (ApplicationState.UnderReview, reviewer.Id),
            (ApplicationState.Approved, reviewer.Id),
        ]);
    }

    [Fact]
    public async Task A_lawful_rejection_ends_the_application_and_keeps_its_reason()
    {
        var id = await SubmitAsync();
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));

        var rejected = await reviewer.Client.ReviewApplicationAsync(Applications.Reject(id, RejectionReason.IdentityMismatch));

        rejected.Applied.ShouldBeTrue();
        rejected.Decision.Program.ShouldBe("registration.review_rejection");
        rejected.Application.State.ShouldBe(ApplicationState.Rejected);
        rejected.Application.RegistrationId.ShouldBeEmpty();
        rejected.Application.Steps[^1].Reason.ShouldBe("虚构的不通过原因");
    }

    [Theory]
    [InlineData(RejectionReason.MaterialsIncomplete)]
    [InlineData(RejectionReason.NotInsured)]
    [InlineData(RejectionReason.NotEntitledToBenefit)]
    public async Task An_unlawful_rejection_changes_nothing_and_cites_what_forbids_it(RejectionReason reason)
    {
        var id = await SubmitAsync();
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));

        var refused = await reviewer.Client.ReviewApplicationAsync(Applications.Reject(id, reason));

        refused.Applied.ShouldBeFalse();
        refused.Decision.Outcome.ShouldBe(Outcome.Refused);
        refused.Decision.Findings.ShouldContain(finding =>
            finding.Answer == Answer.NotMet && finding.Clause.Document == "人社厅发〔2020〕79号" && finding.Clause.Item == "一(二)");
        refused.Application.State.ShouldBe(ApplicationState.UnderReview);
        refused.Application.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_approval_without_the_facts_is_incomplete_and_changes_nothing()
    {
        var id = await SubmitAsync();
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        var request = Applications.Approve(id);
        request.Approval = new Approval { AbleToWork = true, Employed = false };

        var answer = await reviewer.Client.ReviewApplicationAsync(request);

        answer.Applied.ShouldBeFalse();
        answer.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        answer.Decision.MissingFacts.ShouldBe(["receives_pension"]);
        answer.Application.State.ShouldBe(ApplicationState.UnderReview);
    }

    [Fact]
    public async Task An_approval_of_someone_in_work_is_refused_with_the_clause()
    {
        var id = await SubmitAsync();
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        var request = Applications.Approve(id);
        request.Approval.Employed = true;

        var answer = await reviewer.Client.ReviewApplicationAsync(request);

        answer.Applied.ShouldBeFalse();
        answer.Decision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Fact == "employed");
    }

    [Fact]
    public async Task A_review_without_a_start_is_taken_up_first()
    {
        var id = await SubmitAsync();

        var approved = await reviewer.Client.ReviewApplicationAsync(Applications.Approve(id));

        approved.Application.Steps.Select(step => step.State).ShouldBe(
            [ApplicationState.PendingReview, ApplicationState.UnderReview, ApplicationState.Approved]);
    }

    [Fact]
    public async Task Someone_whose_papers_show_no_birth_date_can_be_approved_once_the_office_established_it()
    {
        var form = Applications.Form();
        form.SocialSecurityNumber = "";
        form.IdDocumentType = "02";
        form.IdDocumentNumber = $"H{Applications.NewPerson().Phone[3..]}";
        var id = await SubmitAsync(form);
        var request = Applications.Approve(id);

        var incomplete = await reviewer.Client.ReviewApplicationAsync(request);
        incomplete.Decision.MissingFacts.ShouldBe(["birth_date", "worked_in_province"], ignoreOrder: true);

        request.RequestId = Applications.NewRequestId();
        request.Approval.BirthDate = new Contracts.Type.V1.Date { Year = 1990, Month = 2, Day = 28 };
        request.Approval.WorkedInProvince = true;
        (await reviewer.Client.ReviewApplicationAsync(request)).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task A_step_out_of_turn_is_refused()
    {
        var id = await SubmitAsync();

        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        var again = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.StartReviewAsync(Applications.StartReview(id)));
        again.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        again.Reason().ShouldBe("ILLEGAL_STATE");

        await reviewer.Client.ReviewApplicationAsync(Applications.Approve(id));
        var late = await Should.ThrowAsync<RpcException>(
            async () => await reviewer.Client.ReviewApplicationAsync(Applications.Reject(id, RejectionReason.Employed)));
        late.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        late.Status.Detail.ShouldContain("已审核");
    }

    [Fact]
    public async Task A_person_is_registered_once_at_a_time()
    {
        var rivals = await Applications.RivalsAsync((intake, "370102"), (intake, "370102"));
        var (first, second) = (rivals[0], rivals[1]);
        await reviewer.Client.StartReviewAsync(Applications.StartReview(first));
        await reviewer.Client.StartReviewAsync(Applications.StartReview(second));
        await reviewer.Client.ReviewApplicationAsync(Applications.Approve(first));

        var refused = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(Applications.Approve(second)));

        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Reason().ShouldBe("ALREADY_REGISTERED");
        refused.Status.Detail.ShouldContain("不能重复登记");
        var read = await reviewer.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = second });
        read.Application.State.ShouldBe(ApplicationState.UnderReview);
    }

    private async Task<string> SubmitAsync(ApplicationForm? form = null) =>
        (await intake.Client.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
}
