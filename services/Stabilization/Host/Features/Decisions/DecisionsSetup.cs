using Wenye.Stabilization.Features.Decisions.Decide;

namespace Wenye.Stabilization.Features.Decisions;

/// <summary>Registers the trying of decisions (政策试算注册).</summary>
internal static class DecisionsSetup
{
    public static void AddDecisions(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<DecideHandler>();
}
