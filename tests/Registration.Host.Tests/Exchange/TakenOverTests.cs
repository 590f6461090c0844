using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Exchange;
using Date = Wenye.Contracts.Type.V1.Date;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>Registrations that an earlier system decided and did not upload: 人社厅发〔2020〕79号 二(七) wants them since 2020-03-31.</summary>
public sealed class TakenOverTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task They_go_once_when_an_operator_answers_for_them_with_the_day_of_the_earlier_decision()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var rows = TestImporter.Rows(4);
        rows.ForEach(row => row.Form.ApplicationNumber = "");
        (rows[0].RegisteredOn, rows[1].RegisteredOn, rows[2].RegisteredOn) = (Day(3, 30), Day(3, 31), Day(7, 1));
        var importer = new TestImporter("importer", new(system.Host.Calls(system.Token("370100", "importer"))));
        (await importer.ImportAsync("old system", rows, ApplicationChannel.Counter)).Faults.ShouldBeEmpty();
        (await system.ReadAsync<long>("select count(*) from exchange_record")).ShouldBe(0);

        var added = await Task.WhenAll(Upload(system), Upload(system));

        added.Sum(answer => answer.Added).ShouldBe(2);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == 2);
        (await Upload(system)).Added.ShouldBe(0);
        system.Ministry.Received.Select(record => (record.Fields["AAE540"], record.Fields["AAE011"], record.Fields["AAE036"], record.Times))
            .ShouldBe([("1", "测负责人", "20200331", 1), ("1", "测负责人", "20200701", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task It_needs_somebody_who_answers_for_them_a_place_and_the_role()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);

        (await RefusedAsync(system.Operator.UploadTakenOverResultsAsync(new() { Division = "3701" }))).Fields().ShouldBe(["AAE011", "division"], ignoreOrder: true);
        (await RefusedAsync(system.Operator.UploadTakenOverResultsAsync(new() { Division = "370200", Operator = "测负责人" }))).Reason().ShouldBe("OTHER_DIVISION");
        var reviewer = new MinistryExchangeService.MinistryExchangeServiceClient(system.Host.Calls(system.Token("370100", "reviewer")));
        (await RefusedAsync(reviewer.UploadTakenOverResultsAsync(new() { Division = "370100", Operator = "测负责人" }))).Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task Operators_see_how_many_records_arrived_were_held_and_got_no_answer()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        var counted = new ConcurrentDictionary<string, long>();
        await system.ApproveAsync((await system.Office.SubmitApplicationAsync(LocalApplications.Submit())).Application.ApplicationId);
        var faulty = (await system.Office.SubmitApplicationAsync(LocalApplications.Submit())).Application.ApplicationId;
        await system.ApproveAsync(faulty);
        await system.ReadAsync<int>("update application_step set operator = null where application_id = $1 and state = 3 returning state", Guid.Parse(faulty));
        system.Misbehaviour.HangAfterTaking = 0;
        system.Misbehaviour.Refuse = 1;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == ExchangeTelemetry.Name)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument.Meter.Scope == system.Host.Services.GetService(typeof(IMeterFactory)))
            {
                counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            }
        });
        listener.Start();

        await system.RestartAsync();

        await system.InTimeAsync(async () => await system.StatusAsync(ExchangeKind.ReviewResultUpload) is { Done: 1, Held: 1 });
        await Eventually.IsTrueAsync(() => counted.GetValueOrDefault("wenye.exchange.uploaded") == 1 && counted.GetValueOrDefault("wenye.exchange.held") == 1);
    }

    [Fact]
    public async Task The_platform_refuses_a_result_of_a_transferred_application_without_its_number()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        await system.ApplyAndApproveAsync();
        await Eventually.IsTrueAsync(() => system.Ministry.Received.Count == 1);
        var result = new Dictionary<string, string>(system.Ministry.Received[0].Fields, StringComparer.Ordinal) { ["AAZ341"] = "202008109999999999" };
        var again = system.Ministry.Apply(Without(result, "ADC201", "AAZ341", "AAE540", "AAE011", "AAE036"), isChecked: false).Number;
        var identity = new MinistrySimulator.RecordIdentity(MinistrySimulator.RecordKind.ReviewResult, result["AAB301"], result["AAZ341"]);

        system.Ministry.Upload(identity, Without(result, "ADC201")).ShouldHaveSingleItem().Code.ShouldBe("ADC201");

        result["ADC201"] = again;
        system.Ministry.Upload(identity, result).ShouldBeEmpty();
    }

    private static Date Day(int month, int day) => new() { Year = 2020, Month = month, Day = day };

    private static async Task<UploadTakenOverResultsResponse> Upload(ExchangeSystem system) =>
        await system.Operator.UploadTakenOverResultsAsync(new() { Division = "370100", Operator = "测负责人" });

    private static Task<RpcException> RefusedAsync(AsyncUnaryCall<UploadTakenOverResultsResponse> call) => Should.ThrowAsync<RpcException>(async () => await call);

    private static Dictionary<string, string> Without(Dictionary<string, string> fields, params string[] codes) =>
        fields.Where(field => !codes.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
}
