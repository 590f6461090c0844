using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Wenye.Rpc.Tests;

/// <summary>The health service.</summary>
public sealed class HealthTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Health.HealthClient Client => new(server.Channel);

    [Fact]
    public async Task Check_runs_the_checks_of_the_service()
    {
        (await Client.CheckAsync(new HealthCheckRequest(), cancellationToken: Ct)).Status.ShouldBe(ServingStatus.NotServing);
        (await Client.CheckAsync(new HealthCheckRequest { Service = "needs-database" }, cancellationToken: Ct)).Status.ShouldBe(ServingStatus.NotServing);
        (await Should.ThrowAsync<RpcException>(async () => await Client.CheckAsync(new HealthCheckRequest { Service = "unknown" }, cancellationToken: Ct)))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Watch_tells_each_change_once()
    {
        var health = server.Services.GetRequiredService<HealthServiceImpl>();
        using var watch = Client.Watch(new HealthCheckRequest { Service = "watched" }, cancellationToken: Ct);

        (await Next(watch)).ShouldBe(ServingStatus.ServiceUnknown);
        health.SetStatus("watched", ServingStatus.Serving);
        health.SetStatus("watched", ServingStatus.Serving);
        (await Next(watch)).ShouldBe(ServingStatus.Serving);
        health.SetStatus("watched", ServingStatus.NotServing);
        (await Next(watch)).ShouldBe(ServingStatus.NotServing);
        health.ClearStatus("watched");
        (await Next(watch)).ShouldBe(ServingStatus.ServiceUnknown);
    }

    [Fact]
    public async Task Reports_are_published_to_watchers()
    {
        var publisher = server.Services.GetServices<IHealthCheckPublisher>().Single();
        using var watch = Client.Watch(new HealthCheckRequest { Service = "needs-database" }, cancellationToken: Ct);
        (await Next(watch)).ShouldBe(ServingStatus.NotServing);

        await publisher.PublishAsync(Report(HealthStatus.Unhealthy), Ct);
        await publisher.PublishAsync(Report(HealthStatus.Degraded), Ct);

        // Publishing on a timer may have told of NOT_SERVING before.
        var state = await Next(watch);
        while (state == ServingStatus.NotServing)
        {
            state = await Next(watch);
        }

        state.ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task Cached_states_are_set_and_cleared_by_the_application()
    {
        var health = new HealthServiceImpl();
        health.SetStatus("a", ServingStatus.Serving);
        (await health.Check(new HealthCheckRequest { Service = "a" }, null!)).Status.ShouldBe(ServingStatus.Serving);

        health.ClearAll();

        Should.Throw<RpcException>(() => health.Check(new HealthCheckRequest { Service = "a" }, null!)).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        (await watch.ResponseStream.MoveNext(Ct)).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }

    private static HealthReport Report(HealthStatus status) => new(
        new Dictionary<string, HealthReportEntry>
        {
            ["self"] = new(HealthStatus.Healthy, null, TimeSpan.Zero, null, null),
            ["database"] = new(status, null, TimeSpan.Zero, null, null, ["database"]),
        },
        TimeSpan.Zero);
}
