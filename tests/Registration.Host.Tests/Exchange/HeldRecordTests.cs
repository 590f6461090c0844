using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>What cannot be sent or taken waits for an operator, with its faults, and goes on when they are put right.</summary>
public sealed class HeldRecordTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task A_downloaded_form_at_fault_is_kept_acknowledged_and_taken_once_it_is_put_right()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var number = system.Apply(form => (form["AAC067"], form["AAC005"]) = ("1990", "00"), isChecked: false);
        await system.RestartAsync();
        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number)!.State == "审核中");

        var held = await HeldAsync(system);
        held.Kind.ShouldBe(ExchangeKind.ApplicationDownload);
        held.ApplicationNumber.ShouldBe(number);
        held.Faults.Select(fault => fault.Field).ShouldBe(["AAC005", "AAC067"], ignoreOrder: true);
        (await system.ReadAsync<long>("select count(*) from application")).ShouldBe(0);
        var half = await system.Operator.ReleaseHeldRecordAsync(Release(held, ("AAC067", "19900000001")));
        half.Waiting.ShouldBeFalse();
        half.Record.Faults.ShouldHaveSingleItem().Field.ShouldBe("AAC005");
        var whole = await system.Operator.ReleaseHeldRecordAsync(Release(held, ("AAC005", "01")));

        whole.Waiting.ShouldBeTrue();
        whole.Record.SubjectId.ShouldBe(await system.ApplicationOfAsync(number));
        var taken = (await system.Office.GetApplicationAsync(new GetApplicationRequest { ApplicationId = whole.Record.SubjectId })).Application;
        (taken.State, taken.Form.MobilePhone, taken.Form.Nationality).ShouldBe((ApplicationState.PendingReview, "19900000001", "01"));
        (await system.ReadAsync<bool>("select content is null and corrections is null from exchange_record where number = $1", number)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_record_that_the_platform_refuses_is_held_with_its_words_and_goes_when_released()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var unknownThere = (await system.Office.SubmitApplicationAsync(Applications.Submit())).Application.ApplicationId;
        await system.ApproveAsync(unknownThere);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Held == 1);

        var held = await HeldAsync(system);
        held.RecordId.ShouldBe(unknownThere);
        held.SubjectId.ShouldBe(unknownThere);
        held.Division.ShouldBe("370102");
        held.SerialNumber.Length.ShouldBe(18);
        held.Faults.ShouldHaveSingleItem().Field.ShouldBe("ADC201");
        (await system.Operator.ReleaseHeldRecordAsync(Release(held))).Waiting.ShouldBeTrue();
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Held == 1);
        system.Ministry.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exit_goes_with_the_number_that_the_operator_gives_and_a_repeat_changes_nothing()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var held = await HeldExitAsync(system);
        var release = Release(held, ("AAC002", "H0000000000001"));

        var first = await system.Operator.ReleaseHeldRecordAsync(release);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ExitUpload)).Done == 1);
        var again = await system.Operator.ReleaseHeldRecordAsync(release);

        first.Waiting.ShouldBeTrue();
        again.ShouldBe(first);
        system.Ministry.Received.Single(record => record.Identity.Serial == held.SerialNumber).Fields["AAC002"].ShouldBe("H0000000000001");
        var late = await Should.ThrowAsync<RpcException>(async () => await system.Operator.ReleaseHeldRecordAsync(Release(held)));
        late.Reason().ShouldBe("RECORD_NOT_HELD");
    }

    [Fact]
    public async Task What_a_record_is_known_by_and_codes_it_does_not_have_are_refused()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var held = await HeldExitAsync(system);

        var error = await Should.ThrowAsync<RpcException>(async () => await system.Operator.ReleaseHeldRecordAsync(
            Release(held, ("AAZ341", "1"), ("AAB301", "370103"), ("AAC004", "1"), ("AAC002", "H0000000000001"))));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["AAB301", "AAC004", "AAZ341"], ignoreOrder: true);
        (await HeldAsync(system)).Faults.ShouldHaveSingleItem().Field.ShouldBe("AAC002");
    }

    [Fact]
    public async Task Another_place_and_another_role_see_and_change_nothing()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var held = await HeldExitAsync(system);
        var elsewhere = new MinistryExchangeService.MinistryExchangeServiceClient(system.Host.Calls(system.Token("370200", "exchange")));
        var office = new MinistryExchangeService.MinistryExchangeServiceClient(system.Host.Calls(system.Token("370100", "reviewer", "intake")));

        await DeniedAsync(async () => await elsewhere.ReleaseHeldRecordAsync(Release(held)));
        await DeniedAsync(async () => await elsewhere.ListHeldRecordsAsync(new ListHeldRecordsRequest { Division = "370100" }));
        await DeniedAsync(async () => await elsewhere.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ExitUpload }));
        await DeniedAsync(async () => await office.GetExchangeStatusAsync(new GetExchangeStatusRequest()));
        (await elsewhere.GetExchangeStatusAsync(new GetExchangeStatusRequest())).Statuses.ShouldAllBe(status => status.Held == 0 && status.Done == 0);
        (await elsewhere.ListHeldRecordsAsync(new ListHeldRecordsRequest { Division = "370200" })).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_records_are_listed_page_by_page()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var numbers = Enumerable.Range(0, 3).Select(_ => system.Apply(form => form["AAC067"] = "1990", isChecked: false)).ToList();
        await system.RestartAsync();
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ApplicationDownload)).Held == 3);

        var request = new ListHeldRecordsRequest { Division = "370102", Kind = ExchangeKind.ApplicationDownload, PageSize = 2 };
        var first = await system.Operator.ListHeldRecordsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await system.Operator.ListHeldRecordsAsync(request);

        first.Records.Concat(second.Records).Select(record => record.ApplicationNumber).ShouldBe(numbers, ignoreOrder: true);
        second.NextPageToken.ShouldBeEmpty();
        request.Division = "370100";
        (await Should.ThrowAsync<RpcException>(async () => await system.Operator.ListHeldRecordsAsync(request))).Fields().ShouldBe(["page_token"]);
    }

    [Fact]
    public async Task What_is_kept_of_a_held_record_is_encrypted()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var number = system.Apply(form => form["AAC067"] = "1990", isChecked: false);
        await system.RestartAsync();
        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number)!.State == "审核中");

        var row = await system.ReadAsync<string>("select encode(content, 'escape') || encode(faults, 'escape') from exchange_record where number = $1", number);

        row.ShouldNotContain("AAC0");
    }

    private static async Task<HeldRecord> HeldAsync(ExchangeSystem system) =>
        (await system.Operator.ListHeldRecordsAsync(new ListHeldRecordsRequest { Division = "370100" })).Records.ShouldHaveSingleItem();

    // A traveller's permit tells no social security number, and nobody gave it.
    private static async Task<HeldRecord> HeldExitAsync(ExchangeSystem system)
    {
        var form = LocalApplications.Form();
        form.SocialSecurityNumber = "";
        form.IdDocumentType = "02";
        form.IdDocumentNumber = $"H{Applications.NewPerson().Phone[3..]}";
        var id = (await system.Office.SubmitApplicationAsync(LocalApplications.Submit(form))).Application.ApplicationId;
        var request = Applications.Approve(id);
        request.Approval.BirthDate = new Contracts.Type.V1.Date { Year = 1990, Month = 2, Day = 28 };
        request.Approval.WorkedInProvince = true;
        await system.CancelAsync((await system.Office.ReviewApplicationAsync(request)).Application.RegistrationId, reason: "24");
        (await system.Operator.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ExitUpload })).Status.Held.ShouldBe(1);
        return await HeldAsync(system);
    }

    private static ReleaseHeldRecordRequest Release(HeldRecord record, params (string Code, string Text)[] corrections)
    {
        var request = new ReleaseHeldRecordRequest { RequestId = Applications.NewRequestId(), RecordId = record.RecordId };
        foreach (var (code, text) in corrections)
        {
            request.Corrections[code] = text;
        }

        return request;
    }

    private static async Task DeniedAsync(Func<Task> call) =>
        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
}
