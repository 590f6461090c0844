using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Wenye.Calls;
using Wenye.Gateway;
using Wenye.Loans.Domain;
using Wenye.Probe;
using Wenye.ServiceDefaults;

[assembly: AssemblyFixture(typeof(Wenye.Pages.Tests.PagesFixture))]

namespace Wenye.Pages.Tests;

/// <summary>The real gateway before services of the test's own, and one browser. Training and Registration do not answer; Welfare-Posts only of recruitment.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    public const string Secret = "a secret of the tests";
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    // A busy machine is slow, and no less right.
    private const float Patience = 60_000;

    private readonly List<WebApplication> applications = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Figures open, charts where setup put them.</summary>
    public Uri Open { get; private set; } = null!;

    /// <summary>Figures for agencies that log in, and no library of charts.</summary>
    public Uri Closed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var services = await StartServicesAsync();
        Open = await StartGatewayAsync(services, "--Pages:Figures=open", $"--Pages:ECharts={Path.Combine(RepositoryRoot.Folder, "gateway/Pages/node_modules/echarts/dist/echarts.common.min.js")}");
        var others = await StartServicesAsync();
        Closed = await StartGatewayAsync(others, "--Pages:ECharts=nowhere/echarts.js");
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags, Timeout = 2 * Patience });
    }

    /// <summary>A page of a browser that nobody used, and all it complains of or asks for.</summary>
    public async Task<WatchedPage> PageAsync(Uri? gateway = null, int width = 1280)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = (gateway ?? Open).ToString(), Locale = "zh-CN", ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        return new WatchedPage(await context.NewPageAsync(), gateway ?? Open);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        foreach (var application in applications)
        {
            await application.DisposeAsync();
        }
    }

    private async Task<WebApplication> StartServicesAsync()
    {
        var builder = WebApplication.CreateBuilder(["--environment=Development", "--urls=http://127.0.0.1:0", "--HEALTH_PORT=0"]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        builder.Services.AddSingleton<TimeProvider>(FixedClock.On(2020, 11, 20));
        builder.AddPolicyParameters(LoansParameters.Shipped);
        builder.AddDecisionTrial(LoansPrograms.All);
        var services = builder.Build();
        services.MapServiceDefaults();
        services.MapGrpcService<DecisionGrpcService>();
        services.MapGrpcService<FakeNotices>();
        services.MapGrpcService<FakeHires>();
        services.MapGrpcService<FakeFigures>();
        services.MapGrpcService<FakeNewEmployment>();
        services.MapGrpcService<FakeWarnings>();
        services.MapGrpcService<FakeReports>();
        await services.StartAsync();
        applications.Add(services);
        return services;
    }

    private async Task<Uri> StartGatewayAsync(WebApplication services, params string[] settings)
    {
        var address = ProbeHost.Addresses(services)[0];
        var clock = Path.GetTempFileName();
        await File.WriteAllTextAsync(clock, (DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime).DayNumber - new DateOnly(2020, 11, 20).DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateBuilder(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--GRPC_PORT=0", $"--Pages:ClockFile={clock}",
            .. new[] { "loans", "stabilization", "statistics", "welfare-posts" }.Select(name => $"--services:{name}:http:0={address}"),
            .. Client(0, "jinan-statistics", "370100", "statistician"), .. Client(1, "jinan-intake", "370100", "intake"), .. settings,
        ]);
        builder.Logging.ClearProviders();
        builder.AddGateway();
        var gateway = builder.Build();
        gateway.MapGateway();
        await gateway.StartAsync();
        applications.Add(gateway);
        var pages = ProbeHost.Addresses(gateway)[0];

        // The services read their authority at the first token: by then the gateway has its port.
        services.Services.GetRequiredService<IConfiguration>()["Auth:Authority"] = pages.ToString().TrimEnd('/');
        return pages;
    }

    private static string[] Client(int index, string id, string division, string role) =>
    [
        $"--Auth:Clients:{index}:Id={id}", $"--Auth:Clients:{index}:Agency={id}", $"--Auth:Clients:{index}:Division={division}", $"--Auth:Clients:{index}:Roles:0={role}",
        $"--Auth:Clients:{index}:SecretHash={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))}",
    ];
}
