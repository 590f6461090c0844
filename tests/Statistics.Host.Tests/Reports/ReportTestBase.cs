using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Host.Tests.NewEmployment;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>What tests of reports do: ask, submit, verify.</summary>
public abstract class ReportTestBase(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private protected ReportService.ReportServiceClient Reports(string division, params string[] roles) =>
        new(Fixture.Service.Calls(Fixture.Issuer.Token($"office-of-{division}", division, [.. roles.DefaultIfEmpty(Roles.Statistician)])));

    private protected async Task<GetReportResponse> LiveAsync(ReportKind kind, string division, string period, Breakdown breakdown = Breakdown.None) =>
        await Reports(division).GetReportAsync(new() { Kind = kind, Division = division, Period = period, Basis = ReportBasis.Live, Breakdown = breakdown });

    private protected static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }
}

/// <summary>Lines of a row by name.</summary>
internal static class RowReading
{
    /// <summary>The line of a measure's part.</summary>
    public static ReportLine Line(this ReportRow row, string measure, string dimension = "", string key = "") =>
        row.Lines.Single(line => line.Measure == measure && line.Dimension == dimension && line.Key == key);

    /// <summary>Its number.</summary>
    public static long Number(this ReportRow row, string measure, string dimension = "", string key = "") => row.Line(measure, dimension, key).Number;
}
