using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Wenye.Hosting;

namespace Wenye.AppHost;

/// <summary>The day on which a development system stands (开发系统日期): one when the policies it ships are in force.</summary>
/// <remarks>Setting Day names another, or "today". A published system has true time.</remarks>
internal static class DevelopmentDay
{
    private const string WhenNotSet = "2020-11-20";

    /// <summary>Gives the services one clock (开发时钟): the file "clock" beside the platform file, where the demo and <c>./platform day</c> find it.</summary>
    /// <param name="builder">The system.</param>
    /// <param name="gateway">Its tokens keep true time; its pages stand on the services' day, and show figures without a login.</param>
    /// <param name="services">All that take the day from it.</param>
    public static void AddDevelopmentDay(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, params IReadOnlyList<IResourceBuilder<ProjectResource>?> services)
    {
        if (!builder.ExecutionContext.IsPublishMode)
        {
            gateway.WithEnvironment("Pages__Figures", "open");
        }

        var day = builder.Configuration["Day"] ?? WhenNotSet;
        var file = PlatformFile.In(builder).Beside("clock");
        if (builder.ExecutionContext.IsPublishMode || day == "today")
        {
            File.Delete(file);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        new DevelopmentClock(file).Set(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        gateway.WithEnvironment("Pages__ClockFile", file);
        foreach (var service in services)
        {
            service?.WithEnvironment("Clock__File", file);
        }
    }
}
