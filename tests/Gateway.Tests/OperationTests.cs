using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Wenye.Probe;
using Wenye.Probe.V1;
using Wenye.Testing;
using StatusCode = Grpc.Core.StatusCode;

namespace Wenye.Gateway.Tests;

/// <summary>Rate limits, health, telemetry and the landing page.</summary>
public sealed class OperationTests(GatewayFixture fixture)
{
    private static readonly string[] Names = ["registration", "training", "loans", "stabilization", "welfare-posts", "statistics"];

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agency_that_calls_too_often_is_told_when_to_come_back_and_others_are_not_disturbed()
    {
        await using var gateway = await GatewayHost.StartAsync(
            $"--services:probe:http:0={fixture.Service.Grpc}", "--RateLimits:AgencyPerSecond=1", "--RateLimits:BurstSeconds=3");
        var client = new ProbeService.ProbeServiceClient(gateway.Channel);
        var jinan = Calls.Bearer(await gateway.TokenAsync("jinan"));
        RpcException? refused = null;

        await Eventually.IsTrueAsync(async () =>
        {
            var error = await Calls.ErrorOf(client.EchoAsync(new EchoRequest(), jinan, cancellationToken: Test));
            refused = error.StatusCode == StatusCode.ResourceExhausted ? error : null;
            return refused is not null;
        });

        var status = refused!.GetRpcStatus()!;
        status.GetDetail<ErrorInfo>()!.Reason.ShouldBe("RATE_LIMITED");
        status.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan().ShouldBeGreaterThan(TimeSpan.Zero);
        var other = await Calls.ErrorOf(client.EchoAsync(
            new EchoRequest(), Calls.Bearer(await gateway.TokenAsync("qingdao")), cancellationToken: Test));
        other.StatusCode.ShouldNotBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task An_address_that_asks_for_tokens_too_often_gets_429_and_health_stays_open()
    {
        await using var gateway = await GatewayHost.StartAsync("--RateLimits:AnonymousPerSecond=1", "--RateLimits:BurstSeconds=1");

        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await gateway.AskAsync("jinan", "wrong", ("grant_type", "client_credentials"));
            return response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is not null;
        });

        for (var look = 0; look < 5; look++)
        {
            using var alive = await gateway.Http.GetAsync("/alive", Test);
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Health_is_that_of_all_services()
    {
        await using var gateway = await GatewayHost.StartAsync(
            [.. Names.Append("probe").Select(name => $"--services:{name}:http:0={fixture.Service.Grpc}")]);

        using var response = await gateway.Http.GetAsync("/health", Test);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var services = (await response.Content.ReadFromJsonAsync<JsonElement>(Test)).GetProperty("services");
        Names.ShouldAllBe(name => services.GetProperty(name).GetProperty("status").GetString() == "Healthy");
    }

    [Fact]
    public async Task A_service_that_is_down_shows_in_health_by_name_and_the_gateway_itself_is_ready()
    {
        using var response = await fixture.Gateway.Http.GetAsync("/health", Test);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var services = (await response.Content.ReadFromJsonAsync<JsonElement>(Test)).GetProperty("services");
        services.GetProperty("registration").GetProperty("status").GetString().ShouldBe("Unreachable");
        services.GetProperty("probe").GetProperty("status").GetString().ShouldBe("Healthy");
        using var ready = await fixture.Gateway.Http.GetAsync("/ready", Test);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_landing_page_says_what_this_is()
    {
        var page = await fixture.Gateway.Http.GetStringAsync("/", Test);

        page.ShouldContain("稳业");
        page.ShouldContain("/connect/token");
    }

    [Fact]
    public async Task One_trace_runs_from_the_gateway_to_the_service()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await using var issuer = await ProbeIssuer.StartAsync();
        await using var service = await ProbeHost.StartAsync(issuer.Authority, collector.Settings);
        await using var gateway = await GatewayHost.StartAsync(
            [$"--services:probe:http:0={service.Grpc}", $"--Auth:Authority={issuer.Authority}", .. collector.Settings]);
        var client = new ProbeService.ProbeServiceClient(gateway.Channel);
        var parent = "4bf92f3577b34da6a3ce929d0e0e4736";
        var headers = Calls.Bearer(issuer.Token());
        headers.Add("traceparent", $"00-{parent}-00f067aa0ba902b7-01");

        await Calls.ErrorOf(client.FailAsync(new FailRequest { Kind = "unforeseen" }, headers, cancellationToken: Test));
        gateway.Services.GetRequiredService<TracerProvider>().ForceFlush();
        service.Services.GetRequiredService<TracerProvider>().ForceFlush();

        // The key fetches that the first token causes belong to the trace as well; the call's own spans name their rpc.
        var spans = collector.Spans.Where(span => span.TraceId.Equals(parent, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(span => span.SpanId).ToList();
        var servers = spans.Where(span => span.Tags.ContainsKey("rpc.service")).ToList();
        servers.Count.ShouldBe(2);
        var inner = servers.Single(server => spans.Any(client => client.Scope == "System.Net.Http"
            && client.SpanId == server.ParentId && servers.Any(outer => outer.SpanId == client.ParentId)));
        inner.Tags["http.route"].ShouldBe("/wenye.probe.v1.ProbeService/Fail");
        inner.Tags["rpc.service"].ShouldBe("wenye.probe.v1.ProbeService");
        inner.Tags["rpc.method"].ShouldBe("Fail");
        inner.Tags["wenye.agency"].ShouldBe("shandong-hrss");
        await Eventually.IsTrueAsync(() => !collector.Logs.IsEmpty);
    }
}
