using System.Net;
using System.Net.Http.Json;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wenye.Probe;
using Wenye.Probe.V1;
using Wenye.Testing;

namespace Wenye.ServiceDefaults.Tests;

public sealed class HealthAndLogTests(ProbeFixture probe)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task A_service_tells_over_http_that_it_is_well(string path)
    {
        var health = await Http.GetFromJsonAsync<HealthSummary>(new Uri(probe.Host.Http, path), Test);

        health!.Status.ShouldBe("Healthy");
    }

    [Fact]
    public async Task And_over_grpc_without_a_token()
    {
        var client = new Health.HealthClient(probe.Host.Channel);

        await Eventually.IsTrueAsync(async () =>
            (await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Test)).Status == HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task A_stopping_service_is_not_ready_but_alive()
    {
        await using var host = await ProbeHost.StartAsync(probe.Issuer.Authority);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        using var health = await Http.GetAsync(new Uri(host.Http, "/health"), Test);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadFromJsonAsync<HealthSummary>(Test))!.Checks["host"].Description.ShouldBe("stopping");
        using var alive = await Http.GetAsync(new Uri(host.Http, "/alive"), Test);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_call_is_logged_with_method_status_and_agency_and_never_with_what_was_said()
    {
        await using var host = await ProbeHost.StartAsync(probe.Issuer.Authority);
        var client = new ProbeService.ProbeServiceClient(host.Channel);
        var person = SyntheticPeople.Person(1);
        var token = probe.Issuer.Token(agency: "jinan-hrss");

        await client.EchoAsync(new EchoRequest { Text = $"{person.Name} {person.ResidentId}" }, Calls.Bearer(token), cancellationToken: Test);
        await Calls.ErrorOf(client.FailAsync(new FailRequest { Kind = "fields" }, Calls.Bearer(token), cancellationToken: Test));

        await Eventually.IsTrueAsync(() =>
            host.Logs.Lines.Any(line => line.Contains("/wenye.probe.v1.ProbeService/Echo OK in ", StringComparison.Ordinal)
                && line.Contains("for jinan-hrss", StringComparison.Ordinal))
            && host.Logs.Lines.Any(line => line.Contains("/wenye.probe.v1.ProbeService/Fail InvalidArgument in ", StringComparison.Ordinal)));
        // Everything down to debug, of every library.
        var all = host.Logs.ToString();
        all.ShouldNotContain(person.ResidentId);
        all.ShouldNotContain(person.Name);
        all.ShouldNotContain(token);
    }
}
