using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.MinistrySimulator;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>Exits go daily with the eleven fields of 人社厅发〔2020〕79号 附件 二(一).</summary>
public sealed class ExitUploadTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task An_exit_waits_for_the_days_hour_and_arrives()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var registration = await RegisterAsync(system);
        await system.CancelAsync(registration, reason: "24");
        var waiting = await system.StatusAsync(ExchangeKind.ExitUpload);
        waiting.Waiting.ShouldBe(1);
        waiting.NextAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2020, 8, 10, 20, 0, 0, TimeSpan.FromHours(8)));

        system.Clock.Advance(TimeSpan.FromHours(9));

        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ExitUpload)).Done == 1);
        var record = system.Ministry.Received.Single(record => record.Identity.Kind == RecordKind.Exit);
        record.Times.ShouldBe(1);
        record.Fields.Keys.ShouldBe(
            ["AAB301", "AAZ341", "AAC003", "AAC002", "AAC058", "AAC044", "ADC210", "AJC00A", "AAE011", "AAE036"], ignoreOrder: true);
        record.Fields["AAZ341"].ShouldBe(await system.ReadAsync<string>("select exit_serial from registration where id = $1", Guid.Parse(registration)));
        record.Fields["ADC210"].ShouldBe("20200810");
        record.Fields["AJC00A"].ShouldBe("24");
        record.Fields["AAE011"].ShouldBe("测经办员");
    }

    [Fact]
    public async Task The_operator_can_send_the_days_exits_now()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        await system.CancelAsync(await RegisterAsync(system), reason: "24");

        var after = (await system.Operator.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ExitUpload })).Status;

        after.Done.ShouldBe(1);
        after.Waiting.ShouldBe(0);
        after.LastSuccessAt.ToDateTimeOffset().ShouldBe(system.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_number_of_the_exit_comes_from_the_identity_card_or_was_given_at_the_end()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var byCard = await RegisterAsync(system, form => form.SocialSecurityNumber = "");
        var given = await RegisterAsync(system, WithTravelPermit);
        var nobodyKnows = await RegisterAsync(system, WithTravelPermit);
        await system.CancelAsync(byCard, reason: "24");
        await system.CancelAsync(given, reason: "24", socialSecurityNumber: "H0000000000001");
        await system.CancelAsync(nobodyKnows, reason: "24");

        var after = (await system.Operator.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ExitUpload })).Status;

        (after.Done, after.Held).ShouldBe((2, 1));
        var exits = system.Ministry.Received.Where(record => record.Identity.Kind == RecordKind.Exit).ToList();
        exits.ShouldContain(record => record.Fields["AAC002"] == record.Fields["AAC044"]);
        exits.ShouldContain(record => record.Fields["AAC002"] == "H0000000000001");
        var held = (await system.Operator.ListHeldRecordsAsync(new ListHeldRecordsRequest { Division = "370100" })).Records.ShouldHaveSingleItem();
        held.SubjectId.ShouldBe(nobodyKnows);
        held.Faults.ShouldHaveSingleItem().Field.ShouldBe("AAC002");
    }

    [Fact]
    public async Task An_end_that_nobody_handled_names_the_system_only_for_pensions()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        await system.CancelAsync(await RegisterAsync(system), reason: "21", handledBy: null);
        await system.CancelAsync(await RegisterAsync(system), reason: "24", handledBy: null);

        var after = (await system.Operator.RunExchangeAsync(new RunExchangeRequest { Kind = ExchangeKind.ExitUpload })).Status;

        (after.Done, after.Held).ShouldBe((1, 1));
        system.Ministry.Received.Single(record => record.Identity.Kind == RecordKind.Exit).Fields["AAE011"].ShouldBe("系统自动注销");
    }

    private static void WithTravelPermit(ApplicationForm form)
    {
        form.SocialSecurityNumber = "";
        form.IdDocumentType = "02";
        form.IdDocumentNumber = $"H{Applications.NewPerson().Phone[3..]}";
    }

    private static async Task<string> RegisterAsync(ExchangeSystem system, Action<ApplicationForm>? change = null)
    {
        var form = LocalApplications.Form();
        change?.Invoke(form);
        var id = (await system.Office.SubmitApplicationAsync(LocalApplications.Submit(form))).Application.ApplicationId;
        var request = Applications.Approve(id);
        request.Handling = new Handling { Operator = "测审核员" };
        request.Approval.BirthDate = new Contracts.Type.V1.Date { Year = 1990, Month = 2, Day = 28 };
        request.Approval.WorkedInProvince = true;
        var approved = await system.Office.ReviewApplicationAsync(request);
        approved.Applied.ShouldBeTrue();
        return approved.Application.RegistrationId;
    }
}
