using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Probe;
using Wenye.Probe.V1;

[assembly: AssemblyFixture(typeof(Wenye.Gateway.Tests.GatewayFixture))]

namespace Wenye.Gateway.Tests;

/// <summary>The gateway in front of the probe, for all tests that change neither.</summary>
public sealed class GatewayFixture : IAsyncLifetime, IDisposable
{
    internal ECDsa ClientKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal ECDsa SigningKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal ECDsa ComingKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal GatewayHost Gateway { get; private set; } = null!;

    internal ProbeHost Service { get; private set; } = null!;

    internal ProbeService.ProbeServiceClient Client { get; private set; } = null!;

    internal string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Service = await ProbeHost.StartAsync(authority: null);
        Gateway = await GatewayHost.StartAsync(
            $"--services:probe:http:0={Service.Grpc}",
            "--services:registration:http:0=http://127.0.0.1:1",
            $"--Auth:SigningKey={Convert.ToBase64String(SigningKey.ExportPkcs8PrivateKey())}",
            $"--Auth:PublishedKeys:0={Convert.ToBase64String(ComingKey.ExportSubjectPublicKeyInfo())}",
            "--Auth:Clients:2:Id=keyed", "--Auth:Clients:2:Agency=keyed-agency", "--Auth:Clients:2:Division=370000",
            "--Auth:Clients:2:Roles:0=intake",
            $"--Auth:Clients:2:PublicKey={Convert.ToBase64String(ClientKey.ExportSubjectPublicKeyInfo())}");
        // The service reads its authority at the first token: by then the gateway has its port.
        Service.Services.GetRequiredService<IConfiguration>()["Auth:Authority"] = Gateway.Authority;
        Client = new ProbeService.ProbeServiceClient(Gateway.Channel);
        Token = await Gateway.TokenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Service.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        ClientKey.Dispose();
        SigningKey.Dispose();
        ComingKey.Dispose();
    }
}
