using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Host.Tests.NewEmployment;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>What tests of reports do: announce, ask, submit, verify. Each division has an agency of its own.</summary>
public abstract class ReportTestBase(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private protected const string September = "2020-09";

    private protected static readonly DateOnly InSeptember = new(2020, 9, 10);

    private protected ReportService.ReportServiceClient Reports(string division, params string[] roles) =>
        new(Fixture.Service.Calls(Fixture.Issuer.Token($"office-of-{division}", division, [.. roles.DefaultIfEmpty(Roles.Statistician)])));

    private protected ReportService.ReportServiceClient Reviewers(string division) => Reports(division, Roles.ReportReviewer);

    private protected async Task<GetReportResponse> LiveAsync(ReportKind kind, string division, string period, Breakdown breakdown = Breakdown.None) =>
        await Reports(division).GetReportAsync(new() { Kind = kind, Division = division, Period = period, Basis = ReportBasis.Live, Breakdown = breakdown });

    private protected async Task<GetReportResponse> ReportedAsync(ReportKind kind, string division, string period, Breakdown breakdown = Breakdown.None, int version = 0) =>
        await Reports(division).GetReportAsync(
            new() { Kind = kind, Division = division, Period = period, Basis = ReportBasis.Reported, Breakdown = breakdown, Version = version });

    private protected async Task<SubmitReportResponse> SubmitAsync(string unit, ReportKind kind = ReportKind.NewEmployment, string period = September, string by = "填报人") =>
        await Reports(unit).SubmitReportAsync(new() { RequestId = Fresh(), Kind = kind, Division = unit, Period = period, Handling = By(by) });

    private protected async Task<ReportStatus> VerifyAsync(
        string level, ReportStatus report, string by = "审核人", ReportKind kind = ReportKind.NewEmployment, string period = September) =>
        (await Reviewers(level).VerifyReportAsync(
            new() { RequestId = Fresh(), Kind = kind, Division = report.Division, Period = period, Hash = report.Hash, Handling = By(by) })).Report;

    private protected async Task<ReportStatus> ReturnAsync(string level, string unit, string reason = "与台账不符", string by = "审核人") =>
        (await Reviewers(level).ReturnReportAsync(
            new() { RequestId = Fresh(), Kind = ReportKind.NewEmployment, Division = unit, Period = September, Reason = reason, Handling = By(by) })).Report;

    private protected async Task<RestateReportResponse> RestateAsync(string unit, string reason = "补登迟报记录") =>
        await Reports(unit).RestateReportAsync(
            new() { RequestId = Fresh(), Kind = ReportKind.NewEmployment, Division = unit, Period = September, Reason = reason, Handling = By("填报人") });

    /// <summary>Announces facts of every sort, and waits until they are counted and everybody they tell of is judged.</summary>
    private protected async Task AnnounceAllAsync(IEnumerable<object> events)
    {
        var messages = events.Select(evt => (Event: evt, Id: Guid.CreateVersion7())).ToList();
        foreach (var (evt, id) in messages)
        {
            await Fixture.PublishAsync(evt, id);
        }

        await Eventually.IsTrueAsync(() => messages.TrueForAll(message => Fixture.Deliveries.Of(message.Id) == 1), TimeSpan.FromMinutes(2));
        var people = messages.Select(message => message.Event.GetType().GetProperty("PersonId")?.GetValue(message.Event)).OfType<Guid>().ToArray();
        await Eventually.IsTrueAsync(
            async () => await Fixture.ReadAsync<long>("select count(*) from person_to_judge where person_id = any($1)", people) == 0, TimeSpan.FromMinutes(2));
    }

    private protected static Handling By(string name) => new() { Operator = name };

    private protected static string Fresh() => Guid.CreateVersion7().ToString();

    private protected static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }

    private protected static async Task RefusedAsync(string reason, Func<Task> call) => (await RefusedAsync(StatusCode.FailedPrecondition, call)).Reason().ShouldBe(reason);
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
