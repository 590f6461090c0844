using Wenye.Registration.Features.Status.LookUpStatuses;

namespace Wenye.Registration.Features.Status;

/// <summary>What looking people up needs (人员状态核验).</summary>
internal static class PersonStatusSetup
{
    public static void AddPersonStatuses(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RegisteredStatuses>();
        builder.Services.AddScoped<LookUpStatusesHandler>();
    }
}
