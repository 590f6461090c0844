using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Host.Tests.NewEmployment;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Warnings;

/// <summary>What tests of warnings do: deliver firms and months, evaluate, refuse.</summary>
public abstract class WarningTestBase(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private protected static Handling Officer => new() { Operator = "监测员甲" };

    private protected EarlyWarningService.EarlyWarningServiceClient Monitor(string division, params string[] roles) =>
        new(Fixture.Service.Calls(Fixture.Issuer.Token("statistics-office", division, [.. roles.DefaultIfEmpty(Roles.Monitor)])));

    private protected static string NewId() => Guid.CreateVersion7().ToString();

    private protected async Task<EvaluateWarningsResponse> EvaluateAsync(string division, string period = "2020-09") =>
        await Monitor(division).EvaluateWarningsAsync(new() { RequestId = NewId(), Division = division, Period = period });

    private protected async Task<List<Warning>> WarningsAsync(string division, WarningIndicator indicator, WarningDimension dimension = WarningDimension.Region) =>
        [.. (await Monitor(division).ListWarningsAsync(new() { Division = division, Dimension = dimension })).Warnings.Where(warning => warning.Indicator == indicator)];

    private protected static MonitoredFirm Firm(string code, string division, string industry = "C26") =>
        new() { Code = code, Division = division, Industry = industry, Size = "medium", Focus = FirmFocus.AboveScale };

    private protected static MonitoredFirmRow Month(string code, string month, int employees, int? laidOff = null)
    {
        var of = new FirmMonth { Month = month, Employees = employees };
        if (laidOff is { } people)
        {
            of.LaidOff = people;
        }

        return new() { Month = new() { Code = code, Month = of } };
    }

    private protected async Task<ImportMonitoredFirmsResponse> ImportAsync(string division, string id, params MonitoredFirmRow[] rows)
    {
        using var call = Monitor(division).ImportMonitoredFirms();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = id } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows.Select((row, index) => { row.Row = index + 1; return row; }) } } });
        });
    }

    private protected static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }
}
