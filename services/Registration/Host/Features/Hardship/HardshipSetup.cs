using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Hardship;

/// <summary>What the calls of hardship recognition need (就业困难人员认定).</summary>
internal static class HardshipSetup
{
    public static void AddHardship(this IHostApplicationBuilder builder) => builder.Services.AddScoped<HardshipStanding>();
}
