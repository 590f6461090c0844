using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Wenye.Registration.Features.Exchange;

namespace Wenye.Registration.Exchange;

/// <summary>Registers the exchange with the ministry (部级平台交换注册).</summary>
internal static class ExchangeSetup
{
    /// <summary>What notes records always; what downloads and uploads only where an address is configured.</summary>
    public static void AddExchange(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MinistryOptions>().BindConfiguration("Ministry")
            .Validate(options => options.ExitHour is >= 0 and <= 23, "Ministry:ExitHour is an hour of the day, 0 to 23.")
            .Validate(options => options.Address is null || options.Divisions.Count > 0, "Ministry:Divisions names no division to exchange for.")
            .Validate(options => options.Divisions.All(code => code.Length == 6 && code.All(char.IsAsciiDigit)), "Ministry:Divisions are codes of six digits.")
            .ValidateOnStart();
        services.AddExchangeCalls();
        services.AddScoped<ExchangeUploads>();
        services.AddScoped<UploadContents>();
        services.AddScoped<DownloadIntake>();
        services.AddSingleton<ExchangeStore>();
        services.AddSingleton<ExchangeTelemetry>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Downloads>();
        services.AddHttpClient(nameof(MinistryPlatform), Configure).RemoveAllLoggers();
        services.AddSingleton<IMinistryPlatform, MinistryPlatform>();
        if (!string.IsNullOrEmpty(builder.Configuration["Ministry:Address"]))
        {
            services.AddHostedService<ExchangeWorker>();
        }
    }

    private static void Configure(IServiceProvider provider, HttpClient http)
    {
        var options = provider.GetRequiredService<IOptions<MinistryOptions>>().Value;
        http.BaseAddress = new Uri($"{options.Address?.AbsoluteUri.TrimEnd('/')}/");
        http.Timeout = options.Timeout;
        if (!string.IsNullOrEmpty(options.Token))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        }
    }
}
