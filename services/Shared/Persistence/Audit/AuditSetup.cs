using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Registers the audit log (审计注册) of a service's database.</summary>
internal static class AuditSetup
{
    public static void AddAudit(this IHostApplicationBuilder builder, string service)
    {
        var services = builder.Services;
        services.TryAddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Audit").Get<AuditOptions>() ?? new AuditOptions());
        services.TryAddSingleton<AuditKeys>();
        services.AddSingleton(provider => new AuditTrail(
            service, provider.GetRequiredService<AuditKeys>(), provider.GetRequiredService<PersonalDataProtector>(), provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<IFullReads>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<AuditSealing>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<AuditListing>();
        services.AddHostedService<AuditSealer>();
    }
}
