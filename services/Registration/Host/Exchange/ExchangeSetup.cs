namespace Wenye.Registration.Exchange;

/// <summary>Registers the exchange with the ministry (部级平台交换注册).</summary>
internal static class ExchangeSetup
{
    /// <summary>What notes records always; what downloads and uploads only does so where an address is configured.</summary>
    public static void AddExchange(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MinistryOptions>().BindConfiguration("Ministry")
            .Validate(options => options.ExitHour is >= 0 and <= 23, "Ministry:ExitHour is an hour of the day, 0 to 23.")
            .ValidateOnStart();
        builder.Services.AddScoped<ExchangeUploads>();
    }
}
