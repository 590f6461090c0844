using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>From the ministry's platform to the office and back, as 鲁人社字〔2020〕39号 附件5 三(一) draws it.</summary>
public sealed class WholeWayTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task An_application_comes_is_reviewed_and_its_result_arrives()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var address = new string('址', 120);
        var number = system.Apply(form => form["AAC010"] = address);
        system.Ministry.StatusOf(number)!.State.ShouldBe("待审核");
        await system.RestartAsync();

        var id = await system.ApplicationOfAsync(number);
        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number)!.State == "审核中");
        var taken = (await system.Office.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id })).Application;
        taken.State.ShouldBe(ApplicationState.PendingReview);
        taken.Channel.ShouldBe(ApplicationChannel.MinistryPlatform);
        taken.Steps.ShouldHaveSingleItem().Agency.ShouldBe("ministry");
        taken.ReviewDue.Day.ShouldBe(13);
        await system.ApproveAsync(id);

        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number) is { State: "已审核", Result: "审核通过" });
        var record = system.Ministry.Received.ShouldHaveSingleItem();
        record.Times.ShouldBe(1);
        record.Fields["ADC201"].ShouldBe(number);
        record.Fields["AAZ341"].ShouldBe(taken.SerialNumber);
        record.Fields["AJC090"].ShouldBe("202007");
        record.Fields["AAC010"].ShouldBe(address[..100]);
        record.Fields["AAE540"].ShouldBe("1");
        record.Fields["AAE011"].ShouldBe("测审核员");
        record.Fields["AAE036"].ShouldBe("20200810");
        taken.Form.HouseholdAddress.ShouldBe(address);
    }

    [Fact]
    public async Task A_rejection_arrives_with_its_reason()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var number = system.Apply();
        system.Clock.Advance(TimeSpan.FromHours(1));
        var request = Applications.Reject(await system.ApplicationOfAsync(number), RejectionReason.IdentityMismatch);
        request.Handling = new Handling { Operator = "测审核员" };
        await system.Office.ReviewApplicationAsync(request);

        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number) is { State: "已审核", Result: "审核不通过", Reason: "虚构的不通过原因" });
    }

    [Fact]
    public async Task The_next_download_is_an_hour_after_the_last()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ApplicationDownload)).LastSuccessAt is not null);
        var status = await system.StatusAsync(ExchangeKind.ApplicationDownload);
        status.LastSuccessAt.ToDateTimeOffset().ShouldBe(system.Clock.GetUtcNow());
        status.NextAt.ToDateTimeOffset().ShouldBe(system.Clock.GetUtcNow().AddHours(1));

        var numbers = Enumerable.Range(0, 120).Select(_ => system.Apply()).ToList();
        system.Clock.Advance(TimeSpan.FromHours(1));

        await Eventually.IsTrueAsync(() => numbers.TrueForAll(number => system.Ministry.StatusOf(number)!.State == "审核中"));
        (await system.ReadAsync<long>("select count(*) from application")).ShouldBe(120);
        (await system.StatusAsync(ExchangeKind.ApplicationDownload)).Done.ShouldBe(120);
    }

    [Fact]
    public async Task Another_places_applications_stay_where_they_are()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var elsewhere = system.Apply(form => form["AAB301"] = "370202");
        var here = system.Apply();
        await system.RestartAsync();

        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(here)!.State == "审核中");
        system.Ministry.StatusOf(elsewhere)!.State.ShouldBe("待审核");
    }

    [Fact]
    public async Task Without_an_address_nothing_goes_and_nothing_is_lost()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var form = Applications.Form();
        var id = (await system.Office.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
        await system.ApproveAsync(id);

        (await system.Operator.GetExchangeStatusAsync(new GetExchangeStatusRequest())).Configured.ShouldBeFalse();
        (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Waiting.ShouldBe(1);
        var error = await Should.ThrowAsync<Grpc.Core.RpcException>(async () =>
            await system.Operator.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ReviewResultUpload }));
        error.Reason().ShouldBe("EXCHANGE_NOT_CONFIGURED");
    }
}
