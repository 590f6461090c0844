using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.CodeTables.Distribution;

/// <summary>Gives a service its code tables (接入代码表).</summary>
/// <remarks>
/// Inject <see cref="ICodeTables"/> in what lives as long as one call: it is one snapshot for the whole call. What lives
/// longer takes <see cref="ICodeTableSource.Current"/> once for each form.
/// </remarks>
public static class CodeTablesSetup
{
    /// <summary>For a service that follows Registration (接入代码表): by Redis, and by Registration's own answer where Redis cannot.</summary>
    public static void AddCodeTables(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceTokens>();
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<ICodeTableOrigin, RegistrationCodeTables>();
        builder.AddCodeTables<CodeTableFollower>();
    }

    /// <summary>For the service that owns the tables (代码表属主): its database is right, and Redis is made to agree.</summary>
    /// <typeparam name="TOrigin">Reads the database.</typeparam>
    public static void AddOwnCodeTables<TOrigin>(this IHostApplicationBuilder builder)
        where TOrigin : class, ICodeTableOrigin
    {
        builder.Services.AddSingleton<ICodeTableOrigin, TOrigin>();
        builder.AddCodeTables<CodeTableOwner>();
    }

    private static void AddCodeTables<TUpkeep>(this IHostApplicationBuilder builder)
        where TUpkeep : CodeTableUpkeep
    {
        builder.Services.AddSingleton<CodeTableRedis>();
        builder.Services.AddSingleton<CodeTableSource>();
        builder.Services.AddSingleton<ICodeTableSource>(services => services.GetRequiredService<CodeTableSource>());
        builder.Services.AddScoped<ICodeTables>(services => services.GetRequiredService<ICodeTableSource>().Current);
        builder.Services.AddSingleton<CodeTableUpkeep, TUpkeep>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CodeTableUpkeep>());
        builder.Services.AddHealthChecks().AddCheck<CodeTableHealth>("codetables");
    }
}
