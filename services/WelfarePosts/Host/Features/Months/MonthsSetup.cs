using OpenTelemetry.Metrics;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Months.GetMonthLine;
using Wenye.WelfarePosts.Features.Months.GetMonthRun;
using Wenye.WelfarePosts.Features.Months.ListMonthLines;
using Wenye.WelfarePosts.Features.Months.ListMonthRuns;
using Wenye.WelfarePosts.Features.Months.ReviewMonthRun;
using Wenye.WelfarePosts.Features.Months.StartMonthRun;
using Wenye.WelfarePosts.Features.Wages;
using Wenye.WelfarePosts.Months;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>What monthly subsidies need (月度核算).</summary>
internal static class MonthsSetup
{
    public static void AddMonths(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<PostMonthOptions>(builder.Configuration.GetSection(PostMonthOptions.Section));
        builder.Services.AddSingleton<PostMonthTelemetry>();
        builder.Services.AddSingleton<RegisterChecks>();
        builder.Services.AddSingleton(services => new RunBases<MonthBasis>(async run =>
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await MonthBasis.LoadAsync(
                scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>(), scope.ServiceProvider.GetRequiredService<WageBook>(), run, CancellationToken.None);
        }));
        builder.Services.AddHostedService<PostMonthWorkers>();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(PostMonthTelemetry.Name));
        builder.Services.AddScoped<MonthQueries>();
        builder.Services.AddScoped<MonthPayables>();
        builder.Services.AddScoped<StartMonthRunHandler>();
        builder.Services.AddScoped<GetMonthRunHandler>();
        builder.Services.AddScoped<ListMonthRunsHandler>();
        builder.Services.AddScoped<ListMonthLinesHandler>();
        builder.Services.AddScoped<GetMonthLineHandler>();
        builder.Services.AddScoped<ReviewMonthRunHandler>();
    }
}
