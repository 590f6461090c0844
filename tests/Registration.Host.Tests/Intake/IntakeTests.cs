using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests;

/// <summary>How applications come in: channels, commitments, places; 鲁人社字〔2020〕39号 一(三)、五(一) and 附件1.</summary>
public sealed class IntakeTests(RegistrationFixture fixture)
{
    private static readonly DateOnly Today = new(2020, 8, 10);
    private readonly TestAgency intake = fixture.Agency("370102", "intake");
    private readonly TestAgency reviewer = fixture.Agency("370102", "reviewer");

    [Theory]
    [InlineData(ApplicationChannel.Counter)]
    [InlineData(ApplicationChannel.SocialInsurance)]
    [InlineData(ApplicationChannel.Entrusted)]
    public async Task An_application_made_here_has_a_serial_number_of_ours_and_names_who_took_it_in(ApplicationChannel channel)
    {
        var request = Local(channel);
        request.Handling = null;
        var unnamed = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(request));
        unnamed.Fields().ShouldBe(["AAE011"]);

        request.Handling = Applications.Officer("测受理");
        var answer = await intake.Client.SubmitApplicationAsync(request);

        answer.Application.Channel.ShouldBe(channel);
        answer.Application.SerialNumber.Length.ShouldBe(18);
        answer.Application.SerialNumber.ShouldStartWith("20200810");
        answer.Application.Steps[0].Operator.ShouldBe("测**");
        answer.Application.Steps[0].Division.ShouldBe("370102");
        var seen = await reviewer.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = answer.Application.ApplicationId });
        seen.Application.Steps[0].Operator.ShouldBe("测受理");
        seen.Application.SerialNumber.ShouldBe(answer.Application.SerialNumber);
    }

    [Fact]
    public async Task The_number_of_the_ministrys_platform_belongs_to_applications_of_the_platform_alone()
    {
        var online = Local(ApplicationChannel.Online);
        online.Form.ApplicationNumber = "370102202008100001";
        (await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(online))).Fields().ShouldBe(["ADC201"]);

        var platform = Applications.Submit();
        platform.Channel = ApplicationChannel.MinistryPlatform;
        platform.Form.ApplicationNumber = "";
        (await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(platform))).Fields().ShouldBe(["ADC201"]);

        online.Form.ApplicationNumber = "";
        (await intake.Client.SubmitApplicationAsync(online)).Application.Form.ApplicationNumber.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_fault_beside_the_form_is_told_at_once()
    {
        var request = Local((ApplicationChannel)77);
        request.Form.Name = "测 试";
        request.Handling = new Handling { OfficeId = "七里山", Operator = "超过二十个字的经办人姓名超过二十个字的经办人姓名" };
        request.Commitment = new Commitment { Missing = { new string('缺', 101), "" }, SignedOn = Today.AddDays(1).ToContract() };
        request.Place = RegistrationPlace.Residence;
        request.PlaceEvidence = new string('核', 101);

        var error = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(request));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().Distinct().ShouldBe(
            ["AAC003", "channel", "AAE011", "office_id", "commitment.missing", "commitment.signed_on", "place", "place_evidence"], ignoreOrder: true);
        error.Violations().ShouldAllBe(violation => !violation.Description.Contains("测 试") && !violation.Description.Contains("七里山"));
    }

    [Fact]
    public async Task What_is_missing_is_committed_to_and_supplied_once()
    {
        var request = Applications.Submit();
        request.Commitment = new Commitment { Missing = { "户口簿复印件" }, SignedOn = Today.ToContract() };
        var id = (await intake.Client.SubmitApplicationAsync(request)).Application.ApplicationId;

        var read = (await reviewer.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id })).Application;
        read.Commitment.Missing.ShouldBe(["户口簿复印件"]);
        read.CommitmentFulfilled.ShouldBeFalse();
        var masked = (await intake.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id })).Application;
        masked.Commitment.Missing.ShouldBe(["***"]);

        var supply = new SupplyMissingItemsRequest { RequestId = Applications.NewRequestId(), ApplicationId = id };
        var supplied = await intake.Client.SupplyMissingItemsAsync(supply);
        supplied.Application.CommitmentFulfilled.ShouldBeTrue();
        supplied.Application.State.ShouldBe(ApplicationState.PendingReview);
        supplied.Application.Steps.Count.ShouldBe(2);
        (await intake.Client.SupplyMissingItemsAsync(supply)).ShouldBe(supplied);
        supply.RequestId = Applications.NewRequestId();
        var again = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SupplyMissingItemsAsync(supply));
        again.Reason().ShouldBe("NOTHING_MISSING");

        var complete = (await intake.Client.SubmitApplicationAsync(Applications.Submit())).Application.ApplicationId;
        (await Should.ThrowAsync<RpcException>(async () => await intake.Client.SupplyMissingItemsAsync(
            new() { RequestId = Applications.NewRequestId(), ApplicationId = complete }))).Reason().ShouldBe("NOTHING_MISSING");
    }

    [Theory]
    [InlineData(2020, 7, 31, RegistrationPlace.Insured, false, "鲁人社字〔2020〕39号", "一(二)")]
    [InlineData(2020, 8, 1, RegistrationPlace.Insured, true, "人社厅发〔2020〕79号", "一(一)")]
    [InlineData(2020, 8, 1, RegistrationPlace.Employment, true, "人社厅发〔2020〕79号", "一(一)")]
    [InlineData(2020, 7, 31, RegistrationPlace.Household, true, "鲁人社字〔2020〕39号", "一(二)")]
    public async Task One_may_register_where_the_law_of_the_day_says(
        int year, int month, int day, RegistrationPlace place, bool lawful, string document, string item)
    {
        var on = new DateOnly(year, month, day);
        var office = new RegistrationService.RegistrationServiceClient(fixture.On(on, "370102", "intake", "reviewer"));
        var request = Applications.Submit();
        request.Form.AppliedOn = $"{on:yyyyMMdd}";
        request.Place = place;
        request.PlaceEvidence = place == RegistrationPlace.Household ? "" : "参保登记系统比对";

        var submitted = await office.SubmitApplicationAsync(request);
        submitted.Application.Place.ShouldBe(place);
        var approved = await office.ReviewApplicationAsync(Applications.Approve(submitted.Application.ApplicationId));

        approved.Applied.ShouldBe(lawful);
        approved.Decision.Findings.ShouldContain(finding => finding.Fact == "place" && finding.Clause.Document == document && finding.Clause.Item == item
            && finding.Answer == (lawful ? Answer.Met : Answer.NotMet));
        (await fixture.ReadAsync<bool>(
            "select place_evidence is null or position(convert_to('参保', 'UTF8') in place_evidence) = 0 from application where id = $1",
            Guid.Parse(submitted.Application.ApplicationId))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_review_names_its_operator()
    {
        var id = (await intake.Client.SubmitApplicationAsync(Applications.Submit())).Application.ApplicationId;
        var approve = Applications.Approve(id);
        approve.Handling = null;

        var error = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(approve));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["AAE011"]);
    }

    private static SubmitApplicationRequest Local(ApplicationChannel channel)
    {
        var request = Applications.Submit();
        request.Channel = channel;
        request.Form.ApplicationNumber = "";
        request.Handling = Applications.Officer();
        return request;
    }
}
