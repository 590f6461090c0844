using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wenye.Policy;

namespace Wenye.ServiceDefaults;

/// <summary>Registers the trying of decisions (政策试算注册).</summary>
public static class DecisionTrialSetup
{
    /// <summary>Makes a service's programs available to be tried (添加政策试算), under the parameters it decides with.</summary>
    public static void AddDecisionTrial(this IHostApplicationBuilder builder, IReadOnlyList<PolicyProgram> programs)
    {
        builder.Services.AddSingleton(programs);
        builder.Services.AddSingleton<DecisionTrial>();
    }
}
