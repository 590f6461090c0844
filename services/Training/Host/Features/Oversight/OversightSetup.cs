using Wenye.Training.Features.Oversight.ListSignals;

namespace Wenye.Training.Features.Oversight;

/// <summary>What the call of supervision needs (监管线索).</summary>
internal static class OversightSetup
{
    public static void AddOversight(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<OverlappingClasses>();
        builder.Services.AddScoped<EmployedElsewhere>();
        builder.Services.AddScoped<SharedPhones>();
        builder.Services.AddScoped<PassRates>();
        builder.Services.AddScoped<SignalRecords>();
        builder.Services.AddScoped<ListSignalsHandler>();
    }
}
