using Wenye.Probe;
using Wenye.Probe.V1;

[assembly: AssemblyFixture(typeof(Wenye.ServiceDefaults.Tests.ProbeFixture))]

namespace Wenye.ServiceDefaults.Tests;

/// <summary>One issuer and one service that believes it, for all tests that change neither.</summary>
public sealed class ProbeFixture : IAsyncLifetime
{
    public ProbeIssuer Issuer { get; private set; } = null!;

    public ProbeHost Host { get; private set; } = null!;

    public ProbeService.ProbeServiceClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await ProbeIssuer.StartAsync();
        Host = await ProbeHost.StartAsync(Issuer.Authority);
        Client = new ProbeService.ProbeServiceClient(Host.Channel);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
