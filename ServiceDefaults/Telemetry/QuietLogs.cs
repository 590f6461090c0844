using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration.Memory;

namespace Wenye.ServiceDefaults;

/// <summary>Which libraries log how much (日志级别) unless configuration says otherwise.</summary>
internal static class QuietLogs
{
    private static readonly Dictionary<string, string?> Levels = new(StringComparer.Ordinal)
    {
        // Each of these writes several lines a call; CallRecords writes one.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Grpc"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        // Its only warning at a start is that ServerEndpoints does what it is for.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "Error",
    };

    // First in the list, so that every other source of configuration overrides it.
    public static void AddQuietLogs(this WebApplicationBuilder builder) =>
        ((Microsoft.Extensions.Configuration.IConfigurationBuilder)builder.Configuration).Sources
            .Insert(0, new MemoryConfigurationSource { InitialData = Levels });
}
