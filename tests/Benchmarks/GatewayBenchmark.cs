using Grpc.Core;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>Unary calls a second through our gateway, beside a bare YARP and no proxy at all, all before the same bare service.</summary>
internal static class GatewayBenchmark
{
    private const int Calls = 10_000;

    public static async Task<Comparison> RunAsync()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await Service.StartBareAsync("bare-service", Settings.None);
        await using var proxy = await Service.StartBareAsync(
            "bare-proxy", new Dictionary<string, string>(StringComparer.Ordinal) { [BareProxy.DestinationVariable] = service.Url });
        await using var gateway = await Service.StartGatewayAsync(Settings.OfGateway(issuer, service.Url));
        var token = Settings.Token(issuer);
        return await Comparison.RunAsync(
            "calls/s", aim: 0.85, warmUps: 3, rounds: 7,
            new Contender("our gateway", () => MeasureAsync(gateway, token)),
            new Contender("bare YARP", () => MeasureAsync(proxy, token)),
            new Contender("no proxy", () => MeasureAsync(service, token)));
    }

    private static Task<double> MeasureAsync(Service target, Metadata token)
    {
        var client = new RegistrationService.RegistrationServiceClient(target.Channel);
        var request = new GetApplicationRequest { ApplicationId = "01936f2e-0000-7000-8000-000000000000" };
        return target.RateAsync(Calls, async _ => await client.GetApplicationAsync(request, token));
    }
}
