using OpenTelemetry.Metrics;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Subsidies.GetSubsidyClaim;
using Wenye.Loans.Features.Subsidies.GetSubsidyLine;
using Wenye.Loans.Features.Subsidies.GetSubsidyRun;
using Wenye.Loans.Features.Subsidies.GetYearSettlement;
using Wenye.Loans.Features.Subsidies.ListSubsidyClaims;
using Wenye.Loans.Features.Subsidies.ListSubsidyLines;
using Wenye.Loans.Features.Subsidies.PayAward;
using Wenye.Loans.Features.Subsidies.ProposeAward;
using Wenye.Loans.Features.Subsidies.ReportMisuse;
using Wenye.Loans.Features.Subsidies.ReviewSubsidyClaim;
using Wenye.Loans.Features.Subsidies.SettleYear;
using Wenye.Loans.Features.Subsidies.StartSubsidyRun;
using Wenye.Loans.Features.Subsidies.StateBorrowerCheck;
using Wenye.Loans.Features.Subsidies.SubmitSubsidyClaim;
using Wenye.Loans.Subsidies;
using Wenye.Persistence;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>What interest subsidies need (贴息).</summary>
internal static class SubsidiesSetup
{
    public static void AddSubsidies(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<SubsidyOptions>(builder.Configuration.GetSection(SubsidyOptions.Section));
        builder.Services.AddSingleton<SubsidyTelemetry>();
        builder.Services.AddSingleton(services => new RunBases<RunBasis>(async run =>
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await RunBasis.LoadAsync(scope.ServiceProvider.GetRequiredService<LoansDbContext>(), run, CancellationToken.None);
        }));
        builder.Services.AddSingleton<BorrowerChecks>();
        builder.Services.AddHostedService<SubsidyWorkers>();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(SubsidyTelemetry.Name));
        builder.Services.AddScoped<StartedRuns>();
        builder.Services.AddScoped<SubsidyQueries>();
        builder.Services.AddScoped<StartSubsidyRunHandler>();
        builder.Services.AddScoped<SubmitSubsidyClaimHandler>();
        builder.Services.AddScoped<GetSubsidyRunHandler>();
        builder.Services.AddScoped<GetSubsidyClaimHandler>();
        builder.Services.AddScoped<ListSubsidyClaimsHandler>();
        builder.Services.AddScoped<ListSubsidyLinesHandler>();
        builder.Services.AddScoped<GetSubsidyLineHandler>();
        builder.Services.AddScoped<StateBorrowerCheckHandler>();
        builder.Services.AddScoped<ReviewSubsidyClaimHandler>();
        builder.Services.AddScoped<SettleYearHandler>();
        builder.Services.AddScoped<GetYearSettlementHandler>();
        builder.Services.AddScoped<AwardBases>();
        builder.Services.AddScoped<ProposeAwardHandler>();
        builder.Services.AddScoped<PayAwardHandler>();
        builder.Services.AddScoped<ReportMisuseHandler>();
    }
}
