using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Wenye.ServiceDefaults.Tests;

/// <summary>The clock that developers set (开发时钟).</summary>
public sealed class DevelopmentClockTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void A_development_service_is_as_many_days_behind_as_the_file_says_now()
    {
        File.WriteAllText(file, "10");
        using var services = Builder("Development").Services.BuildServiceProvider();
        var clock = services.GetRequiredService<TimeProvider>();
        Behind(clock).ShouldBe(10);
        File.WriteAllText(file, "3");
        SpinWait.SpinUntil(() => Behind(clock) == 3, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public void A_service_in_production_does_not_start_with_it() =>
        Should.Throw<InvalidOperationException>(() => Builder("Production"));

    public void Dispose() => File.Delete(file);

    private WebApplicationBuilder Builder(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Clock:File"] = file;
        builder.Configuration["Auth:Authority"] = "http://localhost";
        return builder.AddServiceDefaults();
    }

    private static int Behind(TimeProvider clock) =>
        (int)Math.Round((TimeProvider.System.GetUtcNow() - clock.GetUtcNow()).TotalDays, MidpointRounding.ToEven);
}
